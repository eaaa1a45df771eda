import { ToolError } from '../../errors.ts';

/** Status codes that a refused request may have. */
export type RefusalStatus = 400 | 401 | 403 | 404 | 405 | 409 | 413 | 414 | 415 | 421 | 503;

/** A request that gets no other answer than why: `{code, message}`. */
export class Refusal extends ToolError {
  readonly status: RefusalStatus;

  /** `message` says what happened and ends with what to do. */
  constructor(status: RefusalStatus, code: string, message: string, cause?: unknown) {
    super(code, message, { cause });
    this.name = 'Refusal';
    this.status = status;
  }
}

import { ToolError } from '../errors.ts';

/** What the official code does where it has no result: an exception of Python. Only with `official`. */
export class OfficialFailure extends ToolError {
  /** The exception's class in Python, such as `ZeroDivisionError`. */
  readonly pythonClass: string;

  constructor(pythonClass: string, pythonMessage: string) {
    super(
      'OFFICIAL_FAILURE',
      `The official scorer fails here with ${pythonClass}: ${pythonMessage}. Without --official the score is defined.`,
    );
    this.name = 'OfficialFailure';
    this.pythonClass = pythonClass;
  }
}

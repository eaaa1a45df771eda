/** Called now and then while an index is made, and waited for. */
export type Tick = (text: () => string) => Promise<void> | undefined;

/** Whom the opening of a corpus talks to. */
export interface CorpusTalk {
  /** Something that people should know, one sentence. */
  readonly say: (message: string) => Promise<void>;
  readonly tick?: Tick;
}

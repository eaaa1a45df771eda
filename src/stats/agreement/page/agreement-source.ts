/** What a report was made of. */
export interface AgreementSource {
  /** Names of the files. */
  readonly journals: readonly string[];
  /** Lines of them that are no annotations. */
  readonly unreadable: number;
}

import type { Diagnostic, Place } from '../diagnostic/diagnostic.ts';
import type { JsonPath } from '../text/json-text.ts';
import type { Claim } from './claim.ts';

/** A record as it stands in a line of its file. */
export interface FormRecord {
  readonly json: unknown;
  /** The place of the value at a path of the record's own JSON, or of its nearest container. */
  readonly place: (path: JsonPath) => Place;
}

/**
 * How the records of another dataset's claim file say what a claim says, for checking the file in place. What is found is
 * reported where it stands in that file.
 */
export interface RecordForm {
  /** Name on the command line, which is also that of its format. */
  readonly id: string;
  readonly title: string;
  /** Whether all ids that `claimOf` makes are those of sentences: nobody need look at them again. */
  readonly citesOnlySentences?: boolean | undefined;
  /** Whether the first record of a file looks like this form. */
  readonly sniff: (json: unknown) => boolean;
  /** Whether a record is none, such as the first line of FEVEROUS files, which names the keys. */
  readonly isHeader: (json: unknown, lineNumber: number) => boolean;
  /**
   * The claim of a record; `undefined` where the record is not one. Called for each line of files with hundreds of thousands:
   * says only that a record is fine, and its keys that no rule looks at may be missing.
   */
  readonly claimOf: (json: unknown) => Claim | undefined;
  /** Why `claimOf` refuses a record. */
  readonly explain: (record: FormRecord) => Iterable<Diagnostic>;
  /** Where in the record's JSON the value stands that has `path` in the claim; a path that only claims have leads to what it is made from. */
  readonly pathOf: (path: JsonPath, json: unknown) => JsonPath;
}

import type { Negative } from '../claims/negatives.ts';
import type { OpenClaim } from '../claims/open-claim.ts';
import type { Evidence } from '../corpus/evidence.ts';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { InvalidByte } from '../text/decode-utf8.ts';
import type { TextLine } from '../text/source-line.ts';
import type { EvidenceStyle } from './evidence-style.ts';
import type { FormatOption } from './format-option.ts';
import type { FormatPage } from './format-page.ts';
import type { RetrievalUnit } from './retrieval/retrieval-unit.ts';

/** Something of a claim that a format cannot say. Counted and printed at every export, never silent. */
export interface Loss {
  /** Short name, such as `titles`, unique in its format. */
  readonly id: string;
  /** What is lost, one sentence. */
  readonly description: string;
  /** Whether this claim loses it. */
  readonly affects: (claim: OpenClaim, context: FormatContext) => boolean;
  /** The claim as it comes back after writing and reading; `undefined` where it is left out of the file. */
  readonly forget: (claim: OpenClaim, context: FormatContext) => OpenClaim | undefined;
}

/** What a format may look at besides the claims, and what was asked for. */
export interface FormatContext {
  /** The corpus that evidence ids are looked up in. */
  readonly evidence: Evidence;
  /**
   * Whether claimset's own formats take labels other than the three, and none, as they stand: on the way from one dataset of the
   * family to another. By default they are findings.
   */
  readonly anyLabel?: boolean;
  /** How formats that carry the text of evidence write it; `text` by default. */
  readonly evidenceStyle?: EvidenceStyle;
  /** Records that do not decide claims, by the key of the claim: pairs are made of them, too. */
  readonly negatives?: ReadonlyMap<string, readonly Negative[]>;
  /** What a document is where claims become queries; `sentence` by default. */
  readonly retrievalUnit?: RetrievalUnit;
  /** For whatever a format draws at random; 0 by default. Same seed, same draw. */
  readonly seed?: number;
}

/** The text of a piece of evidence that a file of claims carries itself. */
export interface CarriedText {
  readonly id: string;
  readonly text: string;
}

/** What reading gives: a claim, a text that claims cite, or a finding about something that could not be read. */
export type ReadResult =
  | { readonly claim: OpenClaim; readonly text?: undefined; readonly diagnostic?: undefined }
  | { readonly claim?: undefined; readonly text: CarriedText; readonly diagnostic?: undefined }
  | { readonly claim?: undefined; readonly text?: undefined; readonly diagnostic: Diagnostic };

/** A text that a format reads. */
export interface ReadSource {
  /** The name that findings are reported under. */
  readonly file: string;
  /** All of it. Formats that are read line by line do not ask for it where there are `lines`. */
  readonly text: string;
  /** Its beginning, where that can be had without all of it. */
  readonly head?: string;
  /** The same line by line, for files that are not to be held in memory; all of them anew each time. */
  readonly lines?: Iterable<TextLine>;
  /** The bytes that decoding could not keep, in order (`decodeLossless`); absent for a text that never was bytes. */
  readonly invalidBytes?: readonly InvalidByte[];
}

/** A file format for claims: one file in this folder each, one line in the registry. */
export interface Format {
  /** Name on the command line, which is also the name of its file. */
  readonly id: string;
  readonly title: string;
  /** Where the format is defined. */
  readonly url: string;
  /** File name endings without a dot, the one that is written first. */
  readonly extensions: readonly [string, ...string[]];
  /** What its page in `docs/formats` says besides losses and example. */
  readonly page: FormatPage;
  /** In the order in which they happen: each sees the claim as the ones before have left it (`applyLosses`). */
  readonly losses: readonly Loss[];
  /** What of `FormatContext` changes what is written; nothing where absent. */
  readonly heeds?: readonly FormatOption[];
  /** Whether a record is a claim together with the text that it is judged by, so that with another text it is another question. */
  readonly isPair?: boolean;
  /** The title that texts without one are given, which is the title of no article. */
  readonly madeTitle?: string;
  /** Whether the beginning of a file looks like this format. */
  readonly sniff: (head: string) => boolean;
  /**
   * The claims of a text in order, each behind the texts that it cites and the file carries; what cannot be read comes as a finding
   * with its place. `readFormat` also says what is wrong with the file as a whole. Absent for a format that is only written.
   */
  readonly read?: (source: ReadSource, context: FormatContext) => Iterable<ReadResult>;
  /** The text of the claims in order, piece by piece. Absent for a format that is only read. */
  readonly write?: (claims: Iterable<OpenClaim>, context: FormatContext) => Iterable<string>;
  /**
   * Only for a format without `read`: what a written text lacks of the claims that were written, in words; nothing where it says
   * all that the format can say.
   */
  readonly compare?: (text: string, claims: Iterable<OpenClaim>, context: FormatContext) => Iterable<string>;
}

/** A format that can be read. */
export type ReadableFormat = Format & Required<Pick<Format, 'read'>>;

/** A format that can be written. */
export type WritableFormat = Format & Required<Pick<Format, 'write'>>;

export function isReadable(format: Format): format is ReadableFormat {
  return format.read !== undefined;
}

export function isWritable(format: Format): format is WritableFormat {
  return format.write !== undefined;
}

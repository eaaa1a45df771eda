import type { Evidence } from '../../src/corpus/evidence.ts';
import { EvidenceIndex } from '../../src/corpus/evidence-index.ts';
import { parseCorpusFile } from '../../src/corpus/parse.ts';
import type { Diagnostic } from '../../src/diagnostic/diagnostic.ts';
import { readLines, type SourceLine } from '../../src/text/source-line.ts';
import {
  annotationsFile,
  articleFile,
  claimsFile,
  exampleCorpus,
} from '../../src/validate/examples/run-example.ts';
import type { RecordKind } from '../../src/validate/record-entry.ts';
import { createValidator, type ValidateOptions } from '../../src/validate/validate.ts';

export {
  bytesOf,
  exampleCorpus,
  runExample,
  textsOf,
} from '../../src/validate/examples/run-example.ts';

const encoder = new TextEncoder();

/** The index of tagged text. */
export function evidenceOfText(text: string): EvidenceIndex {
  return new EvidenceIndex(parseCorpusFile(articleFile, encoder.encode(text)).articles);
}

/** The findings about the lines of files, in the order they come: `validate` without waiting. */
export function validateFiles(
  files: readonly { readonly kind: RecordKind; readonly lines: Iterable<SourceLine> }[],
  evidence: Evidence | undefined,
  options: ValidateOptions = {},
): Diagnostic[] {
  const validator = createValidator(evidence, options);
  const found: Diagnostic[] = [];
  for (const { kind, lines } of files) {
    for (const line of lines) found.push(...validator.check(kind, line));
  }
  return [...found, ...validator.finish()];
}

/** The findings about the bytes of one file, in the order they come. */
export function validateBytes(
  bytes: Uint8Array,
  options: ValidateOptions & { readonly kind?: RecordKind; readonly evidence?: Evidence } = {},
): Diagnostic[] {
  const { kind = 'claim', evidence = evidenceOfText(exampleCorpus), ...rest } = options;
  const lines = readLines(claimsFile, [bytes]);
  return validateFiles([{ kind, lines }], evidence, rest);
}

/** The findings about the text of one file, which is given its last line end where it has none. */
export function validateText(
  text: string,
  options: ValidateOptions & { readonly kind?: RecordKind; readonly evidence?: Evidence } = {},
): Diagnostic[] {
  return validateBytes(encoder.encode(/^$|\n$/.test(text) ? text : `${text}\n`), options);
}

/** A finding as examples write it: `line:column-line:column messageId`, with what it is in where that is not the claims file. */
export function shortForm({ place: { file, start, end }, messageId }: Diagnostic): string {
  const where = file === annotationsFile ? 'annotation ' : file === articleFile ? 'article ' : '';
  return `${where}${start.line}:${start.column}-${end.line}:${end.column} ${messageId}`;
}

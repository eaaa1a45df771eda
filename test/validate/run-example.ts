import { EvidenceIndex } from '../../src/corpus/evidence-index.ts';
import { parseCorpusFile } from '../../src/corpus/parse.ts';
import type { Diagnostic } from '../../src/diagnostic/diagnostic.ts';
import { readLines, type SourceLine } from '../../src/text/source-line.ts';
import type { RecordKind } from '../../src/validate/record-entry.ts';
import type { Example, Rule } from '../../src/validate/rule.ts';
import { createValidator, type ValidateOptions } from '../../src/validate/validate.ts';

const encoder = new TextEncoder();

/** What the rules' examples cite unless the rule has a corpus of its own. */
export const exampleCorpus = `A

From Wikipedia for FEVERv2
Jump to navigation Jump to search

One is a number. A_sentence_0

Two is one and one. A_sentence_1

Numbers A_section_0

Three comes next. A_sentence_2

A_table_general_0

NumberA_header_cell_0_0_0 NameA_header_cell_0_0_1
1A_cell_0_1_0 OneA_cell_0_1_1
2A_cell_0_2_0 A_cell_0_2_1

A_table_general_1

4A_cell_1_0_0 FourA_cell_1_0_1

A_unordered_list_0

FiveA_item_0_0
A_item_0_1
`;

/** The index of tagged text. */
export function evidenceOfText(text: string): EvidenceIndex {
  return new EvidenceIndex(parseCorpusFile('corpus/a.txt', encoder.encode(text)).articles);
}

/** The bytes of an example's file. */
export function bytesOf({ lines, encoding }: Example): Uint8Array {
  const text = lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join('');
  return encoding === 'latin1'
    ? Uint8Array.from(text, (character) => character.charCodeAt(0))
    : encoder.encode(text);
}

/** The findings about the lines of files, in the order they come: `validate` without waiting. */
export function validateFiles(
  files: readonly { readonly kind: RecordKind; readonly lines: Iterable<SourceLine> }[],
  evidence: EvidenceIndex | undefined,
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
  options: ValidateOptions & { readonly kind?: RecordKind; readonly evidence?: EvidenceIndex } = {},
): Diagnostic[] {
  const { kind = 'claim', evidence = evidenceOfText(exampleCorpus), ...rest } = options;
  const lines = readLines('claims/a.jsonl', [bytes]);
  return validateFiles([{ kind, lines }], evidence, rest);
}

/** The findings about the text of one file. */
export function validateText(
  text: string,
  options: ValidateOptions & { readonly kind?: RecordKind; readonly evidence?: EvidenceIndex } = {},
): Diagnostic[] {
  return validateBytes(encoder.encode(text), options);
}

/** The findings of all rules about an example. */
export function runExample(rule: Rule, example: Example, bytes = bytesOf(example)): Diagnostic[] {
  const evidence = evidenceOfText(rule.exampleCorpus ?? exampleCorpus);
  return validateBytes(bytes, { kind: example.kind ?? 'claim', evidence });
}

/** A finding as examples write it: `line:column-line:column messageId`. */
export function shortForm({ place: { start, end }, messageId }: Diagnostic): string {
  return `${start.line}:${start.column}-${end.line}:${end.column} ${messageId}`;
}

import { EvidenceIndex } from '../../corpus/evidence-index.ts';
import { parseCorpusFile } from '../../corpus/parse.ts';
import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import { decodeLossless } from '../../text/decode-utf8.ts';
import { readLines } from '../../text/source-line.ts';
import type { Example, Rule } from '../rule.ts';
import { createValidator, type ValidateOptions } from '../validate.ts';

const encoder = new TextEncoder();
export const claimsFile = 'claims/a.jsonl';
export const annotationsFile = 'claims/annotations/a.jsonl';
export const articleFile = 'corpus/a.txt';

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

/** The bytes of an example's claims file. */
export function bytesOf({ lines, encoding, endsWithoutLineEnd = false }: Example): Uint8Array {
  const joined = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n');
  const text = endsWithoutLineEnd ? joined : `${joined}\n`;
  return encoding === 'latin1'
    ? Uint8Array.from(text, (character) => character.charCodeAt(0))
    : encoder.encode(text);
}

function annotationBytesOf({ annotations = [] }: Example): Uint8Array {
  return bytesOf({ name: 'annotations', lines: annotations, endsWithoutLineEnd: annotations.length === 0 });
}

/** The findings of all rules about an example of a rule, or of the `rules` given; `bytes` may stand for those of its claims file. */
export function runExample(
  rule: Rule,
  example: Example,
  bytes = bytesOf(example),
  rules?: readonly Rule[],
): Diagnostic[] {
  const articles = parseCorpusFile(articleFile, encoder.encode(rule.exampleCorpus ?? exampleCorpus)).articles;
  const evidence = new EvidenceIndex(articles);
  const settings = {
    rules: { [rule.id]: { severity: rule.severity, ...(example.options && { options: example.options }) } },
  };
  const options: ValidateOptions =
    rule.needs === 'titles'
      ? { settings, rules, titles: { has: (title) => articles.some((article) => article.title === title) } }
      : { settings, rules };
  const validator = createValidator(rule.needs === 'titles' ? undefined : evidence, options);
  const found: Diagnostic[] = [];
  for (const line of readLines(claimsFile, [bytes])) {
    found.push(...validator.check(example.kind ?? 'claim', line));
  }
  for (const line of readLines(annotationsFile, [annotationBytesOf(example)])) {
    found.push(...validator.check('annotation', line));
  }
  return [...found, ...validator.finish()];
}

/** The texts that findings about an example can be in, by file. */
export function textsOf(rule: Rule, example: Example): ReadonlyMap<string, string> {
  return new Map([
    [claimsFile, decodeLossless(bytesOf(example)).text],
    [annotationsFile, decodeLossless(annotationBytesOf(example)).text],
    [articleFile, rule.exampleCorpus ?? exampleCorpus],
  ]);
}

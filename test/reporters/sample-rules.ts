import type { Diagnostic, Place } from '../../src/diagnostic/diagnostic.ts';
import { placeInLine } from '../../src/diagnostic/place-in-line.ts';
import { createDiagnostic, type RuleMeta } from '../../src/diagnostic/rule-meta.ts';
import type { JsonPath } from '../../src/text/json-text.ts';
import { locateInLine } from '../../src/text/locate-in-line.ts';
import type { SourceLine } from '../../src/text/source-line.ts';

const unresolved = {
  id: 'evidence/unresolved',
  level: 3,
  severity: 'error',
  since: '0.1.0',
  title: 'Every evidence id is an element of the corpus.',
  why: 'An id that resolves to nothing counts as a miss for every system that is scored, and hides copy errors.',
  help: 'Copy the id from the article, or add the article to the corpus.',
  source: 'The FEVER scorer compares evidence literally.',
  messages: {
    noArticle: '`{id}`: no article "{title}" in the corpus.',
    noElement: '`{id}`: the article "{title}" has no such element.',
    noId: '`{id}` is not an evidence id.',
  },
} as const satisfies RuleMeta;

const noFinalPeriod = {
  id: 'claim/no-final-period',
  level: 4,
  severity: 'warning',
  since: '0.1.0',
  title: 'A claim ends with a period.',
  why: 'Claims with and without a period tell where they come from.',
  help: 'End the claim with a period.',
  source: 'The guidelines of FEVEROUS.',
  messages: { none: 'The claim does not end with a period.' },
} as const satisfies RuleMeta;

const duplicateId = {
  id: 'dataset/duplicate-id',
  level: 3,
  severity: 'error',
  since: '0.1.0',
  title: 'An id stands for one claim of the dataset.',
  why: 'With two claims of one id, annotations may mean either.',
  help: 'Give the second claim an id of its own.',
  source: 'FEVER: ids are unique.',
  messages: { again: 'The id {id} stands for a second claim.' },
} as const satisfies RuleMeta;

const syntax = {
  id: 'file/json-syntax',
  level: 1,
  severity: 'error',
  since: '0.1.0',
  title: 'A line is JSON.',
  why: 'What is not JSON cannot be read.',
  help: 'The line ends too early.',
  source: 'RFC 8259.',
  messages: { none: 'The line is not JSON.' },
} as const satisfies RuleMeta;

/** Rules as reports know them. They stay the same when the real ones change, and with them the reports that tests compare. */
export const sampleRules: readonly RuleMeta[] = [unresolved, noFinalPeriod, duplicateId, syntax];

interface Claim {
  readonly id: string | number;
  readonly claim: string;
  readonly evidence: readonly (readonly string[])[];
}

/** What the sample rules find in the lines of claims whose corpus is `A town_sentence_0` and `A town_sentence_1`. */
export function* findInLines(lines: Iterable<SourceLine>): Generator<Diagnostic> {
  const seen = new Map<string | number, Place>();
  for (const line of lines) {
    const claim = parseClaim(line);
    if (claim === undefined) {
      const end = line.text.length;
      yield createDiagnostic(syntax, 'none', { place: placeInLine(line, { start: end, end }) });
      continue;
    }
    const at = (path: JsonPath): Place =>
      placeInLine(line, locateInLine(line, path), { claimId: claim.id, pointer: `/${path.join('/')}` });
    const first = seen.get(claim.id);
    if (first === undefined) seen.set(claim.id, { ...at(['id']), lineText: '' });
    else {
      yield createDiagnostic(duplicateId, 'again', {
        data: { id: JSON.stringify(claim.id) },
        place: at(['id']),
        related: [{ message: 'It stands here for the first time.', place: first }],
      });
    }
    if (/ [a-z]+$/.test(claim.claim)) {
      const place = at(['claim']);
      const end = place.span.end - 1;
      yield createDiagnostic(noFinalPeriod, 'none', {
        place,
        fix: [{ span: { start: end, end }, text: '.' }],
      });
    }
    for (const [set, ids] of claim.evidence.entries()) {
      for (const [which, id] of ids.entries()) yield* findUnresolved(id, at(['evidence', set, which]));
    }
  }
}

function parseClaim({ text }: SourceLine): Claim | undefined {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as Claim;
  } catch {
    return undefined;
  }
}

function* findUnresolved(id: string, place: Place): Generator<Diagnostic> {
  const title = /^(.*)_sentence_\d+$/s.exec(id)?.[1];
  if (title === undefined) yield createDiagnostic(unresolved, 'noId', { data: { id }, place });
  else if (title !== 'A town')
    yield createDiagnostic(unresolved, 'noArticle', { data: { id, title }, place });
  else if (!/_[01]$/.test(id)) {
    yield createDiagnostic(unresolved, 'noElement', {
      data: { id, title },
      place,
      help: 'Did you mean `A town_sentence_1`?',
      suggestions: ['A town_sentence_1', 'A town_sentence_0'].map((near) => ({
        message: `Replace it by \`${near}\`.`,
        edits: [{ span: place.span, text: JSON.stringify(near) }],
      })),
    });
  }
}

import type { Annotation } from '../../src/claims/annotation.ts';
import type { Claim } from '../../src/claims/claim.ts';
import { type Label, labels } from '../../src/claims/label.ts';
import { createRng, type Rng } from '../../src/text/rng.ts';

/** A made-up dataset with everything that a report tells of. */
export interface ExampleDataset {
  readonly claims: readonly Claim[];
  /** In the order in which they were made. */
  readonly annotations: readonly Annotation[];
  /** What stands in its folder, by path. */
  readonly files: Readonly<Record<string, string>>;
}

/** Who annotates: two who mostly see what is there, and one who guesses. */
export const exampleAnnotators = { careful: 'careful', quick: 'quick', guessing: 'guessing' } as const;

/** A word that is wider than any screen. */
const longWord = `W${'idthwithoutaspace'.repeat(12)}`;

/** Texts that break pages made carelessly. Each would set `window.pwned`, if it ran, or widen the page, or end an element. */
const hostileTexts = [
  '<script>window.pwned=1</script>',
  '"><img src=x onerror="window.pwned=2">',
  "'-window.pwned=3-'",
  '</title></style></svg><svg onload="window.pwned=4">',
  'javascript:window.pwned=5',
  '<!--',
  ']]>',
  '&lt;b&gt; &amp;',
  longWord,
  '\u202Eright to left',
  '\u001B[31mred',
] as const;

const plainArticles = ['Old bridge', 'Silver mine', 'River port'];
const hostileArticles = [
  'Old bridge',
  '<b>Silver</b> mine',
  'River "port" <img src=x onerror=window.pwned=6>',
];
const subjects = ['The bridge', 'The mine', 'The port', 'The mayor', 'The company', 'The council'] as const;
const facts = [
  'opened in 1820',
  'closed in 1931',
  'employed 400 people',
  'burned twice',
  'belonged to the crown',
  'was sold to a bank',
  'stands on the left bank',
  'paid for the school',
] as const;
const sentencesOfArticle = subjects.length * facts.length;
const firstDay = Date.UTC(2025, 2, 3, 9);

/**
 * Claims about three articles, each read by three annotators over five weeks, with ties, adjudications, times, changed minds, and the
 * words that give labels away. The same at every call.
 *
 * @param isHostile whether claims, the dataset's title and names of annotators hold markup, long words and control characters
 */
export function exampleDataset({
  isHostile = false,
  claims: size = 120,
}: {
  readonly isHostile?: boolean;
  readonly claims?: number;
} = {}): ExampleDataset {
  const rng = createRng(6);
  const articles = isHostile ? hostileArticles : plainArticles;
  const claims = Array.from({ length: size }, (_, number) => claimOf(number, articles, rng, isHostile));
  const annotations = annotationsOf(claims, `${articles[0]}`, rng, isHostile);
  const title = isHostile ? `Towns ${hostileTexts.slice(0, 8).join(' ')}` : 'Towns and their works';
  const config = {
    name: 'towns',
    title,
    description: isHostile ? hostileTexts.join(' ') : 'Claims about three towns.',
    version: '1.2.0',
    split: { ratios: { train: 0.6, dev: 0.2, test: 0.2 }, seed: 3 },
  };
  const lines = (records: readonly object[]): string =>
    records.map((record) => `${JSON.stringify(record)}\n`).join('');
  const files: Record<string, string> = {
    'claimset.config.json': JSON.stringify(config, null, 2),
    'claims/towns.jsonl': lines(claims),
  };
  for (const [number, article] of articles.entries())
    files[`corpus/town-${number}.txt`] = textOf(article, isHostile ? ` ${longWord}` : '');
  for (const [number, annotator] of [...new Set(annotations.map((own) => own.annotator))].entries()) {
    files[`claims/annotations/journal-${number}.jsonl`] = lines(
      annotations.filter((annotation) => annotation.annotator === annotator),
    );
  }
  return { claims, annotations, files };
}

function textOf(article: string, headingEnd: string): string {
  const sentences = subjects.flatMap((subject) => facts.map((fact) => `${subject} ${fact}.`));
  const section = (number: number): string =>
    [
      `${['Beginnings', 'Growth', 'Decline'][number]}${headingEnd} ${article}_section_${number}`,
      ...sentences
        .slice(number * 16, number * 16 + 16)
        .map((sentence, at) => `${sentence} ${article}_sentence_${number * 16 + at}`),
    ].join('\n\n');
  const table = [
    `${article}_table_general_0`,
    `Year${article}_header_cell_0_0_0 People${article}_header_cell_0_0_1`,
    ...[1820, 1850, 1880, 1910].map(
      (year, row) => `${year}${article}_cell_0_${row + 1}_0 ${year - 1420}${article}_cell_0_${row + 1}_1`,
    ),
  ].join('\n\n');
  const head = `${article}\n\nFrom Wikipedia for FEVERv2\nJump to navigation Jump to search`;
  return `${[head, section(0), table, section(1), section(2)].join('\n\n')}\n`;
}

function claimOf(number: number, articles: readonly string[], rng: Rng, isHostile: boolean): Claim {
  const label: Label = labels[number % labels.length] ?? 'SUPPORTS';
  const article = articles[Math.floor(rng() * articles.length)] ?? '';
  const at = Math.floor(rng() * sentencesOfArticle);
  const subject = subjects[Math.floor(at / facts.length)] ?? subjects[0];
  const fact = facts[at % facts.length] ?? facts[0];
  const hostile = isHostile ? ` ${hostileTexts[number % hostileTexts.length]}` : '';
  const told = {
    SUPPORTS: `${subject} of ${article} ${fact}`,
    REFUTES: rng() < 0.7 ? `${subject} of ${article} never ${fact}` : `${subject} of ${article} only ${fact}`,
    'NOT ENOUGH INFO': `${subject} of ${article} ${fact} before anybody else did`,
  }[label];
  const sentence = `${article}_sentence_${at}`;
  const cell = `${article}_cell_0_${1 + Math.floor(rng() * 4)}_1`;
  const isOfTable = rng() < 0.25;
  return {
    id: number % 2 === 0 ? `town-${number}` : number,
    claim: `${told} (${number})${hostile}.`,
    label,
    evidence: label === 'NOT ENOUGH INFO' ? [] : isOfTable ? [[sentence, cell]] : [[sentence]],
    challenge: isOfTable ? 'Combining Tables and Text' : number % 5 === 0 ? 'Numerical Reasoning' : 'Other',
    mutation: label === 'REFUTES' ? 'negate' : 'rephrase',
    source: sentence,
  };
}

function annotationsOf(
  claims: readonly Claim[],
  article: string,
  rng: Rng,
  isHostile: boolean,
): Annotation[] {
  const nameOf = (name: string, hostile: number): string =>
    isHostile ? `${name} ${hostileTexts[hostile]}` : name;
  const readers = [
    { name: nameOf(exampleAnnotators.careful, 0), right: 0.92, seconds: 55 },
    { name: isHostile ? '__proto__' : exampleAnnotators.quick, right: 0.84, seconds: 25 },
    { name: nameOf(exampleAnnotators.guessing, 8), right: 0, seconds: 4 },
  ];
  const annotations: Annotation[] = [];
  let minutes = 0;
  const at = (): string => {
    minutes += 150;
    return new Date(firstDay + minutes * 60_000).toISOString();
  };
  for (const claim of claims) {
    const said = new Set<Label>();
    for (const [index, { name, right, seconds }] of readers.entries()) {
      // One in ten is read by two only.
      if (index === 1 && rng() < 0.1) continue;
      const guessed = rng() < 0.7 ? 'SUPPORTS' : (labels[Math.floor(rng() * labels.length)] ?? 'SUPPORTS');
      const label = rng() < right ? claim.label : guessed;
      said.add(label);
      const evidence =
        label === 'NOT ENOUGH INFO'
          ? []
          : label === claim.label && rng() < 0.8
            ? claim.evidence
            : [[`${article}_sentence_${Math.floor(rng() * 4)}`]];
      const annotation: Annotation = {
        claim: claim.id,
        annotator: name,
        label,
        evidence,
        at: at(),
        seconds: Math.round(seconds * (0.5 + rng())),
      };
      annotations.push(annotation);
      if (rng() < 0.05)
        annotations.push({ ...annotation, label: claim.label, evidence: claim.evidence, at: at() });
    }
    if (said.size === labels.length || (said.size > 1 && rng() < 0.3)) {
      annotations.push({
        claim: claim.id,
        annotator: nameOf('judge', 3),
        label: claim.label,
        evidence: claim.evidence,
        at: at(),
        adjudication: true,
        comment: isHostile ? hostileTexts.join(' ') : 'Read again.',
      });
    }
  }
  return annotations;
}

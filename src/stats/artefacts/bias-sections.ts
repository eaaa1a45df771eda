import { plural } from '../../text/plural.ts';
import type { CartographyFigures } from '../claim-only/cartography-figures.ts';
import type { ClaimOnlyFigures, Estimate, LeftOutClaims } from '../claim-only/claim-only-figures.ts';
import type { LabelErrorFigures } from '../claim-only/label-error-figures.ts';
import {
  differenceWords,
  figureWords,
  intervalWords,
  probabilityWords,
  shareWords,
} from '../figure-words.ts';
import type { LabelledClaims } from './artefacts.ts';
import type { AttributeTable, AttributeTables } from './attribute-tables.ts';
import type { BiasFigures } from './bias-figures.ts';
import {
  type BiasBlock,
  type BiasColumn,
  type BiasSection,
  dataOf,
  type Piece,
  paragraph,
} from './bias-page.ts';
import type { CueFigures } from './cue-words.ts';
import type { EvidenceCoverage } from './evidence-coverage.ts';
import type { EvidencePositions } from './evidence-positions.ts';
import type { NgramLmi } from './ngram-lmi.ts';

/** How much of long lists is shown. */
export interface ShownBias {
  /** N-grams of each label, cues, and values of an attribute. */
  readonly top: number;
  /** Likely label errors. */
  readonly errors: number;
}

/** Probability by chance below which the counts of an attribute are shown. */
const maxShownP = 0.05;
/** Labels named that are left out. */
const maxLeftOut = 5;
/** Sections named of those without evidence. */
const maxSections = 8;

/** What a dataset gives away, as a page: the same for a terminal and as Markdown. */
export function biasSections(figures: BiasFigures, shown: ShownBias): BiasSection[] {
  const { labels, claimOnly, ngrams, cues, attributes, positions, coverage, labelErrors, cartography } =
    figures;
  if (labels.labels.length === 0) return [unlabelledSection(labels)];
  return [
    labelSection(labels),
    claimOnlySection(claimOnly, shown),
    ...(shown.top === 0 ? [] : ngrams.map((one) => ngramSection(one, shown))),
    ...(cues === null ? [] : [cueSection(cues, shown)]),
    attributeSection(attributes, shown),
    positionSection(positions, coverage),
    // Where the classifier has no figures these have none for the same reason.
    ...(claimOnly.measured === null
      ? []
      : [errorSection(labelErrors, shown), cartographySection(cartography)]),
  ];
}

function unlabelledSection({ claims }: LabelledClaims): BiasSection {
  return {
    title: 'Labels',
    blocks: [paragraph(`None of ${countOf(claims, 'claim')} has a label: there is nothing to give away.`)],
  };
}

function labelSection({ claims, unlabelled, otherLabels, labels, entropy }: LabelledClaims): BiasSection {
  const counted = labels.reduce((sum, label) => sum + label.claims, 0);
  const left = [
    ...(unlabelled > 0 ? [`${countOf(unlabelled, 'claim')} without a label`] : []),
    ...(otherLabels > 0 ? [`${countOf(otherLabels, 'claim')} with labels beyond the thirty commonest`] : []),
  ];
  return {
    title: 'Labels',
    blocks: [
      {
        kind: 'table',
        columns: [{ head: 'label' }, { head: 'claims' }, { head: 'share' }],
        rows: labels.map(({ label, claims: own }) => [dataOf(label), String(own), shareWords(own, counted)]),
      },
      paragraph(
        `${countOf(claims, 'claim')}; the entropy of the labels is ${figureWords(entropy)} bits.${left.length > 0 ? ` Left out: ${left.join(', ')}.` : ''}`,
      ),
    ],
  };
}

function claimOnlySection(
  { measured, reason, groupedBy, groups, largestGroup, leftOut }: ClaimOnlyFigures,
  { top }: ShownBias,
): BiasSection {
  const title = 'Claim-only classifier';
  if (measured === null) return { title, blocks: [paragraph(dataOf(reason))] };
  const { accuracy, majorityAccuracy, gain, macroF1, information, byLabel, folds, ngrams } = measured;
  const rows: readonly (readonly [string, Estimate, boolean?])[] = [
    ['accuracy', accuracy],
    ['always the commonest label', majorityAccuracy],
    ['gain', gain, true],
    ['macro-F1', macroF1],
    ['V-information, bits a claim', information.information, true],
  ];
  const blocks: BiasBlock[] = [
    {
      kind: 'table',
      columns: [{ head: '' }, { head: '' }, { head: '', align: 'left' }],
      rows: rows.map(([name, { value, interval }, isDifference]) => [
        name,
        isDifference === true ? differenceWords(value) : figureWords(value),
        intervalWords(interval ?? undefined),
      ]),
    },
    paragraph(
      `${folds} folds. Claims that hang together${groupedBy === null ? '' : ` (${groupedBy.join(', ')})`} are in one of them: ${countOf(groups, 'group')}, the largest of ${countOf(largestGroup, 'claim')}.`,
    ),
    {
      kind: 'table',
      columns: [
        { head: 'label' },
        { head: 'claims' },
        { head: 'precision' },
        { head: 'recall' },
        { head: 'F1' },
      ],
      rows: byLabel.map(({ label, claims, precision, recall, f1 }) => [
        dataOf(label),
        String(claims),
        figureWords(precision?.value),
        figureWords(recall.value),
        figureWords(f1.value),
      ]),
    },
  ];
  blocks.push(...leftOutBlocks(leftOut));
  for (const { label, ngrams: own } of ngrams) {
    if (own.length === 0 || top === 0) continue;
    blocks.push({
      kind: 'table',
      title: ['speaks for ', dataOf(label)],
      columns: [{ head: 'words' }, { head: 'weight' }, { head: 'claims' }, { head: 'share' }, example],
      rows: own
        .slice(0, top)
        .map(({ ngram, weight, claims, productivity, examples }) => [
          dataOf(ngram),
          weight.toFixed(2),
          String(claims),
          figureWords(productivity),
          dataOf(examples[0]?.claim ?? ''),
        ]),
    });
  }
  return { title, blocks };
}

/** What was not learned from, by label. */
function leftOutBlocks(leftOut: readonly LeftOutClaims[]): BiasBlock[] {
  const labelled = leftOut.filter(({ label }) => label !== null);
  const blocks = labelled
    .slice(0, maxLeftOut)
    .map(({ label, claims, why }) =>
      paragraph(
        `Left out: ${countOf(claims, 'claim')} with `,
        dataOf(label ?? ''),
        `, ${leftOutWords[why]}.`,
      ),
    );
  const more = labelled.slice(maxLeftOut);
  if (more.length === 0) return blocks;
  const claims = more.reduce((sum, left) => sum + left.claims, 0);
  return [
    ...blocks,
    paragraph(`Left out: ${countOf(claims, 'claim')} with ${countOf(more.length, 'more label')}.`),
  ];
}

const leftOutWords: Readonly<Record<LeftOutClaims['why'], string>> = {
  unlabelled: 'which is none',
  'rare-label': 'too few, or a label beyond the thirty commonest',
  'one-fold': 'which hang together so much that all are in one fold',
};

const example: BiasColumn = { head: 'for example', align: 'left', isLong: true };
const lengthNames = ['', 'Words', 'Pairs of words', 'Triples of words'];

function ngramSection({ n, minCount, removedWords, labels }: NgramLmi, { top }: ShownBias): BiasSection {
  const blocks: BiasBlock[] = labels.map(({ label, ngrams }) =>
    ngrams.length === 0
      ? paragraph(
          dataOf(label),
          `: of the n-grams that occur ${minCount} times none stands with it more often than with others.`,
        )
      : {
          kind: 'table',
          title: [dataOf(label)],
          columns: [
            { head: n === 1 ? 'word' : 'words' },
            { head: 'LMI ×10⁶' },
            { head: 'with label' },
            { head: 'in all' },
            { head: 'share' },
            { head: 'p' },
            example,
          ],
          rows: ngrams
            .slice(0, top)
            .map(({ ngram, lmi, count, all, share, adjustedP, example: { claim } }) => [
              dataOf(ngram),
              (lmi * 1e6).toFixed(0),
              String(count),
              String(all),
              figureWords(share),
              probabilityWords(adjustedP),
              dataOf(claim),
            ]),
        },
  );
  if (removedWords.length > 0) {
    blocks.push(
      paragraph(
        'Taken out before: ',
        ...removedWords.flatMap((word, at): Piece[] => [...(at > 0 ? [', '] : []), dataOf(word)]),
        '.',
      ),
    );
  }
  return { title: `${lengthNames[n] ?? `Runs of ${n} words`} by label (local mutual information)`, blocks };
}

function cueSection({ labels, cues }: CueFigures, { top }: ShownBias): BiasSection {
  const blocks: BiasBlock[] = [
    {
      kind: 'table',
      columns: [
        { head: 'label' },
        { head: 'with a cue' },
        { head: 'of claims' },
        { head: 'share' },
        { head: '', align: 'left' },
      ],
      rows: labels.map(({ label, claims, withCue, interval }) => [
        dataOf(label),
        String(withCue),
        String(claims),
        figureWords(withCue / claims),
        intervalWords(interval ?? undefined),
      ]),
    },
  ];
  if (cues.length > 0 && top > 0) {
    blocks.push({
      kind: 'table',
      columns: [
        { head: 'cue' },
        { head: 'claims' },
        { head: 'coverage' },
        { head: 'productivity' },
        { head: 'utility' },
        { head: 'p' },
        { head: 'mostly', align: 'left' },
      ],
      rows: cues
        .slice(0, top)
        .map(({ cue, claims, coverage, productivity, utility, adjustedP, label }) => [
          dataOf(cue),
          String(claims),
          figureWords(coverage),
          figureWords(productivity),
          differenceWords(utility),
          probabilityWords(adjustedP),
          dataOf(label),
        ]),
    });
    if (cues.length > top)
      blocks.push(paragraph(`${countOf(cues.length - top, 'more cue')}, which tell less.`));
  }
  return { title: 'Cue words', blocks };
}

function attributeSection({ labels, attributes }: AttributeTables, { top }: ShownBias): BiasSection {
  const measured = attributes.filter(({ association }) => association !== null);
  const blocks: BiasBlock[] = [];
  if (measured.length > 0) {
    blocks.push({
      kind: 'table',
      columns: [
        { head: 'attribute' },
        { head: 'counted' },
        { head: 'left out' },
        { head: 'χ²' },
        { head: 'df' },
        { head: 'p (Holm)' },
        { head: 'V' },
        { head: 'bits' },
        { head: 'of H(label)' },
      ],
      rows: measured.map(({ title, counted, leftOut, association }) => [
        title,
        String(counted),
        String(leftOut),
        association?.chiSquare.toFixed(1) ?? '',
        String(association?.degreesOfFreedom ?? ''),
        `${probabilityWords(association?.adjustedP ?? null)}${(association?.lowExpected ?? 0) > 0.2 ? '?' : ''}`,
        figureWords(association?.cramersV),
        figureWords(association?.information),
        association == null ? '' : shareWords(association.explained, 1),
      ]),
    });
  }
  if (measured.some(({ association }) => (association?.lowExpected ?? 0) > 0.2)) {
    blocks.push(
      paragraph('?: more than a fifth of the cells expect fewer than five; the probability is a rough one.'),
    );
  }
  for (const { title, reason } of attributes) {
    if (reason !== null) blocks.push(paragraph(`${title}: ${reason}`));
  }
  const telling = measured.filter(({ association }) => (association?.adjustedP ?? 1) < maxShownP);
  for (const table of telling) blocks.push(valueTable(table, labels, top));
  if (telling.length < measured.length) {
    blocks.push(paragraph(`Counts are shown where p is below ${maxShownP}; --json has all of them.`));
  }
  return { title: 'Attributes and labels', blocks };
}

function valueTable(
  { title, values, unit }: AttributeTable,
  labels: readonly string[],
  top: number,
): BiasBlock {
  const shown = Math.max(top, 10);
  const rows = values.slice(0, shown).map(({ value, counts }) => {
    const all = counts.reduce((sum, count) => sum + count, 0);
    return [dataOf(value), String(all), ...counts.map((count) => `${count} (${shareWords(count, all)})`)];
  });
  const more = values.length - shown;
  return {
    kind: 'table',
    title: [more > 0 ? `${title} (the first ${shown} of ${values.length} values)` : title],
    columns: [{ head: '' }, { head: unit }, ...labels.map((label): BiasColumn => ({ head: dataOf(label) }))],
    rows,
  };
}

function positionSection(
  { labels, claims, tables }: EvidencePositions,
  coverage: EvidenceCoverage | null,
): BiasSection {
  const heads = labels.map((label): BiasColumn => ({ head: dataOf(label) }));
  const blocks: BiasBlock[] = tables.map(({ title, rows }) => ({
    kind: 'table',
    title: [`${title}: claims that cite it`],
    columns: [{ head: '' }, ...heads],
    rows: rows.map(({ value, claims: counts }) => [
      value,
      ...counts.map((count, at) => `${count} (${shareWords(count, claims[at] ?? 0)})`),
    ]),
  }));
  if (tables.length === 0) blocks.push(paragraph('No claim with a label has evidence.'));
  if (coverage !== null) blocks.push(...coverageBlocks(coverage));
  return { title: 'Evidence', blocks };
}

function coverageBlocks({ citable, cited, sections, covered, articles }: EvidenceCoverage): BiasBlock[] {
  const blocks: BiasBlock[] = [
    paragraph(
      `Claims cite ${cited} of the ${citable} pieces that may be evidence (${shareWords(cited, citable)}), in ${covered} of ${countOf(sections, 'section')} of ${countOf(articles.length, 'article')}.`,
    ),
  ];
  const uncovered = articles.flatMap(({ title, sections: parts }) =>
    parts.filter((section) => section.cited === 0).map(({ heading }) => ({ title, name: heading?.text })),
  );
  if (uncovered.length === 0) return blocks;
  const more = uncovered.length - maxSections;
  blocks.push(
    paragraph(
      'Without any: ',
      ...uncovered
        .slice(0, maxSections)
        .flatMap(({ title, name }, at): Piece[] => [
          ...(at > 0 ? ['; '] : []),
          ...(name === undefined ? ['the beginning'] : [dataOf(name)]),
          ' of ',
          dataOf(title),
        ]),
      more > 0 ? `; and ${countOf(more, 'more section')}.` : '.',
    ),
  );
  return blocks;
}

function errorSection({ measured, reason }: LabelErrorFigures, { errors }: ShownBias): BiasSection {
  const title = 'Likely label errors';
  if (measured === null) return { title, blocks: [paragraph(dataOf(reason))] };
  const { candidates, contradicted, claims } = measured;
  const blocks: BiasBlock[] = [
    paragraph(
      `By their words alone ${contradicted} of ${countOf(claims, 'claim')} look like another label, ${candidates.length} of them however long they are learned. Read these: most are right where words tell little.`,
    ),
  ];
  if (candidates.length > 0 && errors > 0) {
    blocks.push({
      kind: 'table',
      columns: [
        { head: 'id' },
        { head: 'label', align: 'left' },
        { head: 'looks like', align: 'left' },
        { head: 'p(label)' },
        { head: 'claim', align: 'left', isLong: true },
      ],
      rows: candidates
        .slice(0, errors)
        .map(({ id, given, suggested, probabilityOfGiven, claim }) => [
          dataOf(String(id)),
          dataOf(given),
          dataOf(suggested),
          figureWords(probabilityOfGiven),
          dataOf(claim),
        ]),
    });
  }
  return { title, blocks };
}

function cartographySection({ measured, reason }: CartographyFigures): BiasSection {
  const title = 'Cartography';
  if (measured === null) return { title, blocks: [paragraph(dataOf(reason))] };
  const { regions, claims, epochs, thresholds } = measured;
  const labels = regions[0]?.byLabel.map(({ label }) => label) ?? [];
  return {
    title,
    blocks: [
      {
        kind: 'table',
        columns: [
          { head: '' },
          { head: 'claims' },
          { head: 'share' },
          ...labels.map((label): BiasColumn => ({ head: dataOf(label) })),
        ],
        rows: regions.map((region) => [
          region.region,
          String(region.claims),
          shareWords(region.claims, claims),
          ...region.byLabel.map((own) => String(own.claims)),
        ]),
      },
      paragraph(
        `Over ${epochs} epochs. Variability below ${figureWords(thresholds.ambiguousFrom)}, and easy: confidence from ${figureWords(thresholds.easyFrom)} on; hard: below ${figureWords(thresholds.hardBelow)}. All others are ambiguous.`,
      ),
    ],
  };
}

function countOf(number: number, noun: string): string {
  return `${number} ${plural(noun, number)}`;
}

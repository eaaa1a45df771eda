import { labelOfSpelling } from '../../claims/label.ts';
import { foundOf } from '../../text/found-of.ts';
import { isObject } from '../../text/is-object.ts';
import { firstPieces, hasCompleteSet } from '../evidence/evidence-sets.ts';
import { lenientArticle, lenientPiece } from '../evidence/lenient-piece.ts';
import { oddPiece, type Piece, partsOfPiece, pieceOf, pieceOfId } from '../evidence/piece.ts';
import { readSets } from '../evidence/read-sets.ts';
import { failAsScifact } from '../official/fail-as-scifact.ts';
import { firstKey, readGoldLabel, readPredictedPieces } from '../read-record.ts';
import type { Flaw, Gold, JsonObject, Prediction, Read, ScoreOptions, Scorer } from '../scorer.ts';

/** What a claim without documents is called, here as in the code of SciFact. */
const noEvidenceLabel = 'NOT_ENOUGH_INFO';

/** SciFact's spelling of the three labels. */
const wireLabels: ReadonlyMap<string, string> = new Map([
  ['SUPPORTS', 'SUPPORT'],
  ['REFUTES', 'CONTRADICT'],
  ['NOT ENOUGH INFO', noEvidenceLabel],
]);

/** Predicted sentences of a document among which a rationale has to be complete. */
const maxRationaleSentences = 3;

interface GoldDocument {
  readonly label: string;
  readonly rationales: readonly (readonly Piece[])[];
}

interface PredictedDocument {
  readonly label: string | undefined;
  /** Best first. */
  readonly sentences: readonly Piece[];
}

export interface ScifactGold extends Gold {
  /** By id. */
  readonly documents: ReadonlyMap<string, GoldDocument>;
}

export interface ScifactPrediction extends Prediction {
  /** By id. */
  readonly documents: ReadonlyMap<string, PredictedDocument>;
  /** Predicted pieces of no document. */
  readonly strays: readonly Piece[];
}

/** What is counted of the two levels: what there is, what was predicted, and what of it is right. */
const parts = [
  'claims',
  'goldDocuments',
  'predictedDocuments',
  'labelled',
  'rationalized',
  'goldSentences',
  'predictedSentences',
  'selected',
  'selectedAndLabelled',
] as const;

/** The four measures: what is right of them, of how much. */
const measures = [
  {
    id: 'sentenceLabel',
    title: 'sentence selection + label',
    right: 'selectedAndLabelled',
    predicted: 'predictedSentences',
    gold: 'goldSentences',
    things: 'sentences',
    condition:
      'part of a rationale all of whose sentences were predicted, with the right label of the document',
  },
  {
    id: 'sentenceSelection',
    title: 'sentence selection',
    right: 'selected',
    predicted: 'predictedSentences',
    gold: 'goldSentences',
    things: 'sentences',
    condition: 'part of a rationale all of whose sentences were predicted, whatever the label',
  },
  {
    id: 'abstractRationalized',
    title: 'abstract label + rationale',
    right: 'rationalized',
    predicted: 'predictedDocuments',
    gold: 'goldDocuments',
    things: 'documents',
    condition: `rightly labelled, with a complete rationale among the first ${maxRationaleSentences} predicted sentences of the document`,
  },
  {
    id: 'abstractLabelOnly',
    title: 'abstract label',
    right: 'labelled',
    predicted: 'predictedDocuments',
    gold: 'goldDocuments',
    things: 'documents',
    condition: 'rightly labelled, whatever sentences were predicted',
  },
] as const;

const placeOf = new Map<string, number>(parts.map((part, at) => [part, at]));

/** The four measures of the SciFact leaderboard (Wadden et al. 2020), as scifact-evaluator computes them. */
export const scifact: Scorer<ScifactGold, ScifactPrediction> = {
  id: 'scifact',
  title: 'SciFact',
  url: 'https://github.com/allenai/scifact-evaluator',
  about: 'labels of documents and their sentences, each a precision, a recall and an F1 over all claims',
  customFor: ['scifact'],
  reads: ['scifact', 'jsonl'],
  parts,
  figures: measures.flatMap(({ id, title, things, condition }) => [
    { id: `${id}F1`, title: `${title} F1`, about: `Harmonic mean of ${title} precision and recall.` },
    {
      id: `${id}Precision`,
      title: `${title} precision`,
      about: `Share of predicted ${things} that are ${condition}.`,
    },
    {
      id: `${id}Recall`,
      title: `${title} recall`,
      about: `Share of gold ${things} that are, as predicted, ${condition}.`,
    },
  ]),
  deviations: [
    'The leaderboard names no first figure: sentence selection + label F1, the strictest, stands first here.',
    'The evaluator fails where gold and predictions have not the same ids in the same order, where a predicted label is neither SUPPORT nor CONTRADICT, where the rationales of a document have different labels and where a predicted sentence stands in two rationales. Here predictions are joined by id, a document with another label counts as predicted and wrong, a claim with contradictory rationales is left out, and a sentence of two rationales counts once where either is complete.',
    'SUPPORTS and REFUTES, the labels of claimset’s own records, are SUPPORT and CONTRADICT. Where a record has one label and a list of evidence, each document of the evidence has that label; NOT ENOUGH INFO has no documents, whatever evidence stands with it.',
    'The label of a claim, in the confusion matrix, is that of its documents: NOT_ENOUGH_INFO where there are none. Where documents differ, a gold claim has both labels with a stroke between them, and a prediction has none.',
    'With gold labels, predicted documents that the gold record does not have are left out, because that is how SciFact says NOT ENOUGH INFO of a document.',
    'With `--lenient`, a predicted document with a label that means NOT ENOUGH INFO counts as not predicted.',
    'The number of pieces that count is fixed by the measure: `--max-evidence` changes nothing.',
  ],
  readGold(record, options) {
    const flaws: Flaw[] = [];
    const documents = isObject(record.evidence)
      ? readRationales(record.evidence, flaws, options)
      : readOwnGold(record, flaws, options);
    if (documents === undefined) return { value: undefined, flaws };
    const label = labelsOf(documents.values()).join('/') || noEvidenceLabel;
    const sets = [...documents.values()].flatMap(({ rationales }) => rationales);
    return { value: { label, sets, documents }, flaws };
  },
  readPrediction(record, options) {
    const key = firstKey(record, ['predicted_evidence', 'evidence']);
    const evidence = key === undefined ? undefined : record[key];
    return key !== undefined && isObject(evidence)
      ? readDocuments(evidence, key, options)
      : readList(record, options);
  },
  nothing: { label: undefined, pieces: [], documents: new Map(), strays: [] },
  outcomeOf(gold, prediction) {
    let [goldSentences, predictedSentences] = [0, prediction.strays.length];
    let [labelled, rationalized, selected, selectedAndLabelled] = [0, 0, 0, 0];
    for (const set of gold.sets) goldSentences += set.length;
    for (const [id, { label, sentences }] of prediction.documents) {
      predictedSentences += sentences.length;
      const document = gold.documents.get(id);
      if (document === undefined) continue;
      const right = label === document.label ? 1 : 0;
      labelled += right;
      if (hasCompleteSet(document.rationales, firstPieces(sentences, maxRationaleSentences)))
        rationalized += right;
      const found = countComplete(document.rationales, sentences);
      selected += found;
      selectedAndLabelled += right * found;
    }
    return [
      1,
      gold.documents.size,
      prediction.documents.size,
      labelled,
      rationalized,
      goldSentences,
      predictedSentences,
      selected,
      selectedAndLabelled,
    ];
  },
  figuresOf(totals) {
    const total = (part: (typeof parts)[number]) => totals[placeOf.get(part) ?? 0] ?? 0;
    const isNone = total('claims') === 0;
    return measures.flatMap(({ right, predicted, gold }) => {
      const precision = ratio(total(right), total(predicted));
      const recall = ratio(total(right), total(gold));
      const f1 = ratio(2 * precision * recall, precision + recall);
      return isNone ? [null, null, null] : [f1, precision, recall];
    });
  },
  bounds: [
    {
      id: 'goldEvidence',
      title: 'with gold evidence',
      replace(gold, prediction) {
        const documents = new Map<string, PredictedDocument>();
        for (const [id, { rationales }] of gold.documents) {
          const label = prediction.documents.get(id)?.label ?? prediction.label;
          if (label === undefined || label === noEvidenceLabel) continue;
          const smallestFirst = rationales.toSorted((a, b) => a.length - b.length);
          documents.set(id, { label, sentences: [...new Set(smallestFirst.flat())] });
        }
        return predictionOf(documents, prediction.label);
      },
    },
    {
      id: 'goldLabel',
      title: 'with gold label',
      replace(gold, prediction) {
        const documents = new Map<string, PredictedDocument>();
        for (const [id, { sentences }] of prediction.documents) {
          const label = gold.documents.get(id)?.label;
          if (label !== undefined) documents.set(id, { label, sentences });
        }
        return predictionOf(documents, gold.label);
      },
    },
  ],
  officialJoin: { by: 'position', failure: ['ValueError', 'Predicted claims do not match gold.'] },
  sameLabel: (gold, predicted, options) => wireLabel(gold, options) === wireLabel(predicted, options),
  failAsOfficial: failAsScifact,
};

/** The documents of SciFact's own form. */
function readRationales(
  evidence: JsonObject,
  flaws: Flaw[],
  options: ScoreOptions,
): Map<string, GoldDocument> | undefined {
  const documents = new Map<string, GoldDocument>();
  const refuse = (path: Flaw['path'], found: string, expected: string): undefined => {
    flaws.push({ path: ['evidence', ...path], messageId: 'evidence', data: { found, expected } });
  };
  for (const [document, entries] of Object.entries(evidence)) {
    if (!Array.isArray(entries) || entries.length === 0)
      return refuse([document], foundOf(entries), 'a list of rationales');
    const id = documentId(document, options);
    const rationales: Piece[][] = [];
    let common: string | undefined;
    for (const [which, entry] of (entries as unknown[]).entries()) {
      if (!isObject(entry)) return refuse([document, which], foundOf(entry), 'a rationale');
      const { label, sentences } = entry;
      if (typeof label !== 'string')
        return refuse([document, which, 'label'], foundOf(label), 'SUPPORT or CONTRADICT');
      if (!Array.isArray(sentences))
        return refuse([document, which, 'sentences'], foundOf(sentences), 'a list of sentence numbers');
      common ??= wireLabel(label, options);
      if (wireLabel(label, options) !== common)
        return refuse([document, which, 'label'], foundOf(label), `one label for a document, here ${common}`);
      const rationale: Piece[] = [];
      for (const [at, sentence] of (sentences as unknown[]).entries()) {
        const piece = sentencePiece(id, sentence) ?? (options.official ? oddPiece(sentence) : undefined);
        if (piece === undefined)
          return refuse([document, which, 'sentences', at], foundOf(sentence), 'the number of a sentence');
        rationale.push(piece);
      }
      rationales.push(rationale);
    }
    if (common !== undefined) documents.set(id, { label: common, rationales });
  }
  return documents;
}

/** The documents of one of claimset's own records, all with the label of the claim. */
function readOwnGold(
  record: JsonObject,
  flaws: Flaw[],
  options: ScoreOptions,
): Map<string, GoldDocument> | undefined {
  // A record of SciFact's test file has neither, and what it lacks is evidence.
  const hasEvidence = Object.hasOwn(record, 'evidence');
  const written = hasEvidence ? readGoldLabel(record, flaws) : undefined;
  const sets = readSets(record, flaws, (item) => pieceOfItem(item, options), 'an evidence id');
  if (written === undefined || sets === undefined) return undefined;
  const label = wireLabel(written, options);
  const documents = new Map<string, { label: string; rationales: Piece[][] }>();
  if (label === noEvidenceLabel) return documents;
  for (const [which, set] of sets.entries()) {
    const articles = new Set(set.map(documentOfPiece));
    const [article] = articles;
    if (article === undefined || articles.size > 1) {
      flaws.push({
        path: ['evidence', which],
        messageId: 'evidence',
        data: {
          found: set.length === 0 ? 'an empty set' : 'a set with other than sentences of one document',
          expected: 'sentences of one document',
        },
      });
      return undefined;
    }
    const document = documents.get(article);
    if (document === undefined) documents.set(article, { label, rationales: [set] });
    else document.rationales.push(set);
  }
  return documents;
}

/** A prediction in SciFact's own form: for each document a label and sentences, or what gold records have. */
function readDocuments(evidence: JsonObject, key: string, options: ScoreOptions): Read<ScifactPrediction> {
  const flaws: Flaw[] = [];
  const documents = new Map<string, PredictedDocument>();
  for (const [document, entry] of Object.entries(evidence)) {
    const id = documentId(document, options);
    const entries: readonly unknown[] = Array.isArray(entry) ? entry : [entry];
    let label: string | undefined;
    const sentences: Piece[] = [];
    for (const [which, predicted] of entries.entries()) {
      const path = Array.isArray(entry) ? [key, document, which] : [key, document];
      if (!isObject(predicted)) {
        const expected = 'a label with a list of sentences';
        flaws.push({ path, messageId: 'piece', data: { found: foundOf(predicted), expected } });
        continue;
      }
      label ??= readDocumentLabel(predicted, path, flaws, options);
      for (const sentence of readSentences(predicted, id, path, flaws)) sentences.push(sentence);
    }
    if (options.lenient && label === noEvidenceLabel) continue;
    documents.set(id, { label, sentences });
  }
  const labels = labelsOf(documents.values());
  const label = documents.size === 0 ? noEvidenceLabel : labels.length === 1 ? labels[0] : undefined;
  return { value: predictionOf(documents, label), flaws };
}

function readDocumentLabel(
  predicted: JsonObject,
  path: Flaw['path'],
  flaws: Flaw[],
  options: ScoreOptions,
): string | undefined {
  const { label } = predicted;
  if (typeof label !== 'string') {
    if (label === undefined) flaws.push({ path, messageId: 'noLabel' });
    else flaws.push({ path: [...path, 'label'], messageId: 'label', data: { found: foundOf(label) } });
    return undefined;
  }
  const wire = wireLabel(label, options);
  if (wire !== 'SUPPORT' && wire !== 'CONTRADICT' && !(options.lenient && wire === noEvidenceLabel)) {
    const data = { found: foundOf(label), expected: 'SUPPORT or CONTRADICT' };
    flaws.push({ path: [...path, 'label'], messageId: 'piece', data });
  }
  return wire;
}

function readSentences(predicted: JsonObject, id: string, path: Flaw['path'], flaws: Flaw[]): Piece[] {
  const { sentences } = predicted;
  if (!Array.isArray(sentences)) {
    if (sentences === undefined) flaws.push({ path, messageId: 'noEvidence' });
    else {
      const data = { found: foundOf(sentences) };
      flaws.push({ path: [...path, 'sentences'], messageId: 'evidence', data });
    }
    return [];
  }
  return (sentences as unknown[]).map((sentence, at) => {
    const piece = sentencePiece(id, sentence);
    if (piece !== undefined) return piece;
    const data = { found: foundOf(sentence), expected: 'the number of a sentence' };
    flaws.push({ path: [...path, 'sentences', at], messageId: 'piece', data });
    return oddPiece(sentence);
  });
}

/** A prediction with one label and a list of evidence. */
function readList(record: JsonObject, options: ScoreOptions): Read<ScifactPrediction> {
  const { value, flaws } = readPredictedPieces(
    record,
    (item) => predictedPiece(item, options),
    'an evidence id, or a document with the number of a sentence',
  );
  const label = value.label === undefined ? undefined : wireLabel(value.label, options);
  const documents = new Map<string, { label: string | undefined; sentences: Piece[] }>();
  if (label === noEvidenceLabel) return { value: predictionOf(documents, label), flaws };
  const strays: Piece[] = [];
  for (const piece of value.pieces) {
    const id = documentOfPiece(piece);
    const document = id === undefined ? undefined : documents.get(id);
    if (id === undefined) strays.push(piece);
    else if (document === undefined) documents.set(id, { label, sentences: [piece] });
    else document.sentences.push(piece);
  }
  return { value: predictionOf(documents, label, strays), flaws };
}

function predictionOf(
  documents: ReadonlyMap<string, PredictedDocument>,
  label: string | undefined,
  strays: readonly Piece[] = [],
): ScifactPrediction {
  const pieces = [...[...documents.values()].flatMap(({ sentences }) => sentences), ...strays];
  return { label, pieces, documents, strays };
}

function predictedPiece(item: unknown, options: ScoreOptions): Piece | undefined {
  const piece = pieceOfItem(item, options);
  if (piece !== undefined) return documentOfPiece(piece) === undefined ? undefined : piece;
  if (!Array.isArray(item) || item.length !== 2) return undefined;
  const [document, sentence] = item as unknown[];
  if (typeof document !== 'string' && !Number.isInteger(document)) return undefined;
  return sentencePiece(documentId(String(document), options), sentence);
}

/** The piece of a sentence by its number; Python's True is the number 1. */
function sentencePiece(document: string, sentence: unknown): Piece | undefined {
  const number = typeof sentence === 'boolean' ? Number(sentence) : sentence;
  return typeof number === 'number' && Number.isInteger(number)
    ? pieceOf(document, 'sentence', number)
    : undefined;
}

/** The document of a sentence; `undefined` for any other piece. */
function documentOfPiece(piece: Piece): string | undefined {
  const known = partsOfPiece(piece);
  return known?.kind === 'sentence' ? known.article : undefined;
}

function documentId(document: string, { lenient }: ScoreOptions): string {
  return lenient ? lenientArticle(document) : document;
}

/** The piece of an evidence id. */
function pieceOfItem(item: unknown, { lenient }: ScoreOptions): Piece | undefined {
  const piece = typeof item === 'string' ? pieceOfId(item) : undefined;
  return piece !== undefined && lenient ? lenientPiece(piece) : piece;
}

/** A label in SciFact's spelling; one that it does not have as it stands. */
function wireLabel(label: string, { lenient, official }: Pick<ScoreOptions, 'lenient' | 'official'>): string {
  if (official) return label;
  const known = lenient ? labelOfSpelling(label) : undefined;
  return wireLabels.get(known ?? label) ?? label;
}

/** The labels that documents have, sorted. */
function labelsOf(documents: Iterable<{ readonly label: string | undefined }>): string[] {
  const labels = new Set<string>();
  for (const { label } of documents) if (label !== undefined) labels.add(label);
  return [...labels].sort();
}

/** How many different sentences of complete rationales there are. Linear. */
function countComplete(rationales: readonly (readonly Piece[])[], sentences: readonly Piece[]): number {
  const predicted = new Set(sentences);
  const complete = rationales.filter((rationale) => rationale.every((sentence) => predicted.has(sentence)));
  return new Set(complete.flat()).size;
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

import type { AlignedRecord, Alignment } from '../../corpus/align-articles.ts';
import type { Article, EvidenceRecord } from '../../corpus/article.ts';
import { formatEvidenceId, parseEvidenceId } from '../../corpus/evidence-id.ts';
import { placeOfRecord } from '../../corpus/place-of-record.ts';
import { fingerprintOfText } from '../../corpus/text-fingerprint.ts';
import type { Diagnostic, Edit, Place, Related } from '../../diagnostic/diagnostic.ts';
import { createDiagnostic } from '../../diagnostic/rule-meta.ts';
import { toNfc } from '../../text/normalise.ts';
import { percent } from '../../text/percent.ts';
import { plural } from '../../text/plural.ts';
import { fingerprintsOf } from '../evidence/fingerprints-of.ts';
import type { LineEntry } from '../record-entry.ts';
import { idPlacesOf, statementsOf } from './id-places.ts';
import { remapRules } from './remap-rules.ts';

/** An article and the newer text that replaces it. */
export interface ReplacedArticle {
  readonly before: Article;
  /** `undefined` where there is none any more. */
  readonly after: Article | undefined;
  readonly alignment: Alignment;
}

/** What a person has said about uncertain elements. */
export interface RemapChoices {
  /** Whether what an old id may have become is taken; ids are in NFC. */
  readonly isAccepted: (id: string) => boolean;
  /** What old ids have become, whatever the texts look like; by id in NFC. */
  readonly mapped: ReadonlyMap<string, string>;
}

/** How it is known what an id has become. */
export type MoveReason = 'exact' | 'accepted' | 'mapped';

/** An id that records cite, and what it has become. */
export interface IdMove {
  readonly from: string;
  readonly to: string;
  readonly by: MoveReason;
  /** Number of records that name it. */
  readonly records: number;
}

/** An id that records cite and that nobody can move without being told. */
export interface OpenId {
  readonly id: string;
  readonly reason: 'similar' | 'copies' | 'otherText' | 'gone' | 'unknown';
  readonly records: number;
  readonly text: string | undefined;
  readonly next: string | undefined;
  readonly nextText: string | undefined;
  readonly similarity: number;
  readonly diagnostic: Diagnostic;
}

/** What came of all records. */
export interface RemapPlan {
  /** Ids that become another one, in the order in which they were met. */
  readonly moves: readonly IdMove[];
  /** Ids that stay what they are, certainly or because it was accepted: their number. */
  readonly stay: number;
  readonly open: readonly OpenId[];
}

interface Known extends AlignedRecord {
  readonly article: ReplacedArticle;
}

interface Met {
  readonly id: string;
  readonly reason: OpenId['reason'];
  readonly known: Known | undefined;
  readonly place: Place;
  records: number;
}

/** Takes the records of a dataset one by one and tells what in them changes with the articles. */
export class RemapPlanner {
  readonly #known = new Map<string, Known>();
  /** By title in NFC. */
  readonly #articles = new Map<string, ReplacedArticle>();
  readonly #choices: RemapChoices;
  readonly #moves = new Map<string, { from: string; to: string; by: MoveReason; records: number }>();
  readonly #open = new Map<string, Met>();

  constructor(articles: readonly ReplacedArticle[], choices: RemapChoices) {
    this.#choices = choices;
    for (const article of articles) {
      this.#articles.set(toNfc(article.before.title), article);
      for (const [id, aligned] of article.alignment) this.#known.set(id, { ...aligned, article });
    }
  }

  /** The edits that give a record its new ids; none for what is still open. */
  take(entry: LineEntry): readonly Edit[] {
    const counted = new Set<string>();
    const edits: Edit[] = [];
    for (const statement of statementsOf(entry)) {
      const kept = fingerprintsOf(statement.json);
      for (const { id, path, isKey } of idPlacesOf(statement)) {
        const key = toNfc(id);
        const fate = this.#fateOf(key, kept.get(key)?.fingerprint);
        if (fate === undefined) continue;
        const isFirst = !counted.has(key);
        counted.add(key);
        if ('reason' in fate) {
          const open = this.#open.get(`${fate.reason} ${key}`);
          if (open === undefined) {
            const place = entry.place(path, isKey ? 'key' : 'value');
            this.#open.set(`${fate.reason} ${key}`, { id, ...fate, place, records: 1 });
          } else if (isFirst) open.records += 1;
          continue;
        }
        const move = this.#moves.get(key);
        if (move === undefined) this.#moves.set(key, { from: id, ...fate, records: 1 });
        else if (isFirst) move.records += 1;
        if (toNfc(fate.to) === key) continue;
        edits.push({ span: entry.span(path, isKey ? 'key' : 'value'), text: JSON.stringify(fate.to) });
      }
    }
    return edits;
  }

  /** The id that an old one has become, where that is known without looking at a record. */
  movedId(id: string): string | undefined {
    const fate = this.#fateOf(toNfc(id), undefined);
    return fate === undefined || 'reason' in fate || toNfc(fate.to) === toNfc(id) ? undefined : fate.to;
  }

  finish(): RemapPlan {
    const moves = [...this.#moves].filter(([key, { to }]) => toNfc(to) !== key).map(([, move]) => move);
    return {
      moves,
      stay: this.#moves.size - moves.length,
      open: [...this.#open.values()].map(openIdOf),
    };
  }

  /** What becomes of an id; `undefined` for one of another article. */
  #fateOf(
    key: string,
    fingerprint: string | undefined,
  ): { to: string; by: MoveReason } | Pick<Met, 'reason' | 'known'> | undefined {
    const mapped = this.#choices.mapped.get(key);
    if (mapped !== undefined) return { to: mapped, by: 'mapped' };
    const known = this.#known.get(key);
    if (known === undefined) return this.#fateOfOther(key);
    const { record, next, doubt } = known;
    if (next === undefined) return { reason: 'gone', known };
    const isOther = fingerprint !== undefined && fingerprint !== fingerprintOfText(record.text);
    const reason = isOther ? 'otherText' : doubt;
    if (reason === undefined) return { to: next.id, by: 'exact' };
    return this.#choices.isAccepted(key) ? { to: next.id, by: 'accepted' } : { reason, known };
  }

  /** Of a title, and of what is no element of its article. */
  #fateOfOther(key: string): { to: string; by: MoveReason } | Pick<Met, 'reason' | 'known'> | undefined {
    const parts = parseEvidenceId(key);
    const article = parts === undefined ? undefined : this.#articles.get(parts.title);
    if (parts === undefined || article === undefined) return undefined;
    if (parts.kind === 'title' && article.after !== undefined)
      return { to: formatEvidenceId({ ...parts, title: article.after.title }), by: 'exact' };
    return { reason: 'unknown', known: undefined };
  }
}

function openIdOf({ id, reason, known, place, records }: Met): OpenId {
  const { record, next, similarity = 0, article } = known ?? {};
  const data = {
    id,
    records: `${records} ${plural('record', records)}`,
    text: record === undefined ? '' : oneBlank(record.text),
    next: next?.id ?? '',
    nextText: next === undefined ? '' : oneBlank(next.text),
    similarity: percent(similarity),
  };
  const related: Related[] = [
    ...relatedOf('This is what it said.', article?.before, record),
    ...relatedOf('This is what it may have become.', article?.after, next),
  ];
  const finding = { data, place, related };
  const diagnostic =
    reason === 'gone' || reason === 'unknown'
      ? createDiagnostic(remapRules.gone, reason, finding)
      : createDiagnostic(remapRules.uncertain, reason, finding);
  return {
    id,
    reason,
    records,
    text: record?.text,
    next: next?.id,
    nextText: next?.text,
    similarity,
    diagnostic,
  };
}

function relatedOf(
  message: string,
  article: Article | undefined,
  record: EvidenceRecord | undefined,
): Related[] {
  if (article === undefined || record === undefined) return [];
  return [{ message, place: placeOfRecord(article, record) }];
}

function oneBlank(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

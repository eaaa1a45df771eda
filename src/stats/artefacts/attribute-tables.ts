import type { Annotation } from '../../claims/annotation.ts';
import type { Language } from '../../text/languages/language.ts';
import { collectAnnotations } from '../annotations/standing-annotations.ts';
import type { PlacedClaim } from '../claim-change.ts';
import { adjustByHolm } from '../holm.ts';
import { sum } from '../sum.ts';
import { type Association, measureAssociation } from './association.ts';
import { attributesFor } from './claim-attributes.ts';
import { labelsOf } from './labels-of.ts';

/** What attributes of claims tell of the labels. */
export interface AttributeTables {
  /** The columns of all tables, in this order. */
  readonly labels: readonly string[];
  readonly attributes: readonly AttributeTable[];
}

/** How often which value of an attribute stands with which label. */
export interface AttributeTable {
  readonly id: string;
  readonly title: string;
  /** What is counted. An annotation has the label that its annotator gave. */
  readonly unit: 'claims' | 'annotations';
  /** What has a value and a label. */
  readonly counted: number;
  /** What has a label and no value. */
  readonly leftOut: number;
  readonly values: readonly AttributeValue[];
  /** `null` where all have the same value, or the same label. */
  readonly association: AdjustedAssociation | null;
  /** A sentence: why there is no association; `null` where there is one. */
  readonly reason: string | null;
}

export interface AttributeValue {
  readonly value: string;
  /** By label. */
  readonly counts: readonly number[];
}

export interface AdjustedAssociation extends Association {
  /** `p` by Holm's correction for the number of attributes. */
  readonly adjustedP: number;
}

/** Values listed of an attribute; those of the others are counted together. */
const maxValues = 100;
const others = 'all others';

/**
 * How much the attributes of claims tell of their labels, in the order in which attributes are listed; without those that no claim
 * has a value of. Claims without a label are left out. Evidence is looked at of claims that have some: mostly NOT ENOUGH INFO has none.
 *
 * @param annotations in the order in which they were made; what stands of them is counted by annotator
 */
export function measureAttributes(
  claims: readonly PlacedClaim[],
  language: Language | undefined,
  annotations: Iterable<Annotation> = [],
): AttributeTables {
  const labels = labelsOf(claims.map(({ claim }) => claim));
  const labelled = claims.filter(({ claim: { label = '' } }) => labels.includes(label));
  const tables = attributesFor(labelled, language).map((attribute) =>
    tableOf(
      { id: attribute.id, title: attribute.title, unit: 'claims', needs: attribute.needs },
      labels,
      labelled.map((placed) => [attribute.valueOf(placed), placed.claim.label ?? '']),
      attribute.order,
    ),
  );
  const given: [string, string][] = [];
  for (const claim of collectAnnotations(annotations).claims) {
    for (const { annotator, label } of claim.annotations.values()) given.push([annotator, label]);
  }
  tables.push(
    tableOf({ id: 'annotator', title: 'annotator', unit: 'annotations', needs: undefined }, labels, given),
  );
  const found = tables.filter(({ counted }) => counted > 0);
  const adjusted = adjustByHolm(found.map(({ association }) => association?.p ?? null));
  return {
    labels,
    attributes: found.map((table, at) => ({
      ...table,
      association: table.association === null ? null : { ...table.association, adjustedP: adjusted[at] ?? 1 },
    })),
  };
}

interface TableHead extends Pick<AttributeTable, 'id' | 'title' | 'unit'> {
  readonly needs: string | undefined;
}

function tableOf(
  { needs, ...head }: TableHead,
  labels: readonly string[],
  pairs: readonly (readonly [string | undefined, string])[],
  order: readonly string[] = [],
): Omit<AttributeTable, 'association'> & { readonly association: Association | null } {
  const byValue = new Map<string, number[]>();
  let counted = 0;
  for (const [value, label] of pairs) {
    const which = labels.indexOf(label);
    if (value === undefined || which < 0) continue;
    const counts = byValue.get(value) ?? labels.map(() => 0);
    byValue.set(value, counts);
    counts[which] = (counts[which] ?? 0) + 1;
    counted += 1;
  }
  const values = listed(
    [...byValue].map(([value, counts]) => ({ value, counts })),
    order,
  );
  const association = measureAssociation(values.map(({ counts }) => counts));
  return {
    ...head,
    counted,
    leftOut: pairs.length - counted,
    values,
    association: association ?? null,
    reason: association === undefined ? whyNone(head.unit, needs, values.length) : null,
  };
}

function whyNone(unit: string, needs: string | undefined, values: number): string {
  const all = needs === undefined ? `All ${unit}` : `All ${unit} with ${needs}`;
  return `${all} have the same ${values < 2 ? 'value' : 'label'}: there is nothing to compare.`;
}

/** The values in their order; of more than are listed the commonest, and the others as one. */
function listed(values: readonly AttributeValue[], order: readonly string[]): AttributeValue[] {
  const kept = [...values]
    .sort((a, b) => sum(b.counts) - sum(a.counts) || compare(a.value, b.value))
    .slice(0, maxValues);
  const rank = ({ value }: AttributeValue) => (order.includes(value) ? order.indexOf(value) : order.length);
  const sorted = [...kept].sort((a, b) => rank(a) - rank(b) || compare(a.value, b.value));
  const left = values.filter((value) => !kept.includes(value));
  const [first] = left;
  if (first === undefined) return sorted;
  return [
    ...sorted,
    { value: others, counts: first.counts.map((_, at) => sum(left.map(({ counts }) => counts[at] ?? 0))) },
  ];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

import { formatNumber } from '../reporters/count-words.ts';
import { markdownCode } from '../reporters/markdown-code.ts';
import type { Change, ClaimChange } from './claim-change.ts';
import type { ClaimsDiff, OtherClaim } from './diff-claims.ts';
import { changesOfKind, type DiffFigure, figuresOf } from './version-bump.ts';

/** Longest text of a claim that is shown. */
const maxTextChars = 160;
const maxIdChars = 100;
/** Evidence ids of a claim that are shown. */
const maxIds = 12;

/**
 * A difference as Markdown: one item a change under one bold line a kind, at most `limit` items of each. What users wrote stands in
 * code spans, where it does nothing. Empty where there is no change.
 */
export function* printClaimsDiff(diff: ClaimsDiff, limit: number): Generator<string> {
  for (const figure of figuresOf(diff)) {
    yield `**${figure.name}** (${formatNumber(figure.claims)})\n\n`;
    const items = itemsOf(diff, figure);
    for (const item of items.slice(0, limit)) yield `- ${item()}\n`;
    if (items.length > limit) yield `- and ${formatNumber(items.length - limit)} more\n`;
    yield '\n';
  }
}

/** Items that are put into words only when they are shown. */
function itemsOf(diff: ClaimsDiff, { name }: DiffFigure): (() => string)[] {
  if (name === 'added') return diff.added.map((claim) => () => otherWords(claim));
  if (name === 'removed') return diff.removed.map((claim) => () => otherWords(claim));
  return changesOfKind(diff, name).map((change) => () => changeWords(change, name));
}

function changeWords(change: ClaimChange, name: string): string {
  const id = code(change.id);
  const text = markdownCode(change.claim, maxTextChars);
  switch (name) {
    case 'label changed':
      return `${id}: ${arrow(change.label)}: ${text}`;
    case 'text changed':
      return `${id}: ${arrow(change.text)}`;
    case 'evidence changed': {
      const { added = [], removed = [] } = change.evidence ?? {};
      const words = [
        ...removed.map((set) => `without ${setWords(set)}`),
        ...added.map((set) => `with ${setWords(set)}`),
      ];
      return `${id}: ${words.join(', ')}`;
    }
    case 'moved between splits':
      return `${id}: ${arrow(change.split)}`;
    case 'renamed':
      return `${code(change.formerId ?? '')} → ${id}: ${text}`;
    case 'other keys added':
      return `${id}: ${(change.keys?.added ?? []).map(code).join(', ')}`;
    case 'other keys changed or removed':
      return `${id}: ${[...(change.keys?.changed ?? []), ...(change.keys?.removed ?? [])].map(code).join(', ')}`;
    default: {
      const key = name.split(' ')[0] as 'challenge' | 'mutation' | 'source';
      return `${id}: ${arrow(change[key])}`;
    }
  }
}

function otherWords({ id, claim, label, split }: OtherClaim): string {
  const where = [
    ...(label === undefined ? [] : [code(label)]),
    ...(split === undefined ? [] : [code(split)]),
  ];
  const told = where.length === 0 ? '' : ` (${where.join(', ')})`;
  return `${code(id)}${told}: ${markdownCode(claim, maxTextChars)}`;
}

function arrow(change: Change<string> | undefined): string {
  const side = (text: string | undefined): string =>
    text === undefined ? 'none' : markdownCode(text, maxTextChars);
  return `${side(change?.before)} → ${side(change?.after)}`;
}

function setWords(set: readonly string[]): string {
  const shown = set.slice(0, maxIds).map(code);
  const more = set.length > maxIds ? [`${set.length - maxIds} more`] : [];
  return `{${[...shown, ...more].join(', ')}}`;
}

function code(text: string | number): string {
  return markdownCode(String(text), maxIdChars);
}

import type { RuleMeta } from '../../diagnostic/rule-meta.ts';
import { UsageError } from '../../errors.ts';
import { formatRules } from '../../formats/format-rules.ts';
import { queryRules } from '../../retrieve/query/query-rules.ts';
import { scoreRules } from '../../score/findings/score-rules.ts';
import { nearestWords } from '../../text/nearest.ts';
import { configurableRules } from '../../validate/known-rules.ts';
import { remapRules } from '../../validate/remap/remap-rules.ts';
import type { Rule } from '../../validate/rule.ts';

/** A rule, or what is known of something that reading a file finds. */
export type CatalogueRule = Rule | RuleMeta;

/** Everything that can be found: the rules, and what reading articles, suppressions and other formats finds; sorted by id. */
export const ruleCatalogue: readonly CatalogueRule[] = [
  ...configurableRules,
  ...Object.values(formatRules),
  ...Object.values(remapRules),
  ...Object.values(scoreRules),
  ...Object.values(queryRules),
].sort((a, b) => (a.id < b.id ? -1 : 1));

/** The part of a rule's id before the `/`. */
export function groupOf({ id }: RuleMeta): string {
  return id.split('/', 1)[0] ?? '';
}

/** The groups of the rules, sorted. */
export const ruleGroups: readonly string[] = [...new Set(ruleCatalogue.map(groupOf))];

/** The rules of a group. @throws UsageError for a group that none is in. */
export function rulesOfGroup(group: string): readonly CatalogueRule[] {
  if (ruleGroups.includes(group)) return ruleCatalogue.filter((rule) => groupOf(rule) === group);
  throw new UsageError(`There is no group of rules "${group}". ${suggest(group, ruleGroups, 1)}`);
}

/** The rule of an id, or the rules of a group. @throws UsageError for a name that is neither. */
export function findRules(name: string): readonly CatalogueRule[] {
  const rule = ruleCatalogue.find(({ id }) => id === name);
  if (rule !== undefined) return [rule];
  if (ruleGroups.includes(name)) return rulesOfGroup(name);
  throw new UsageError(`There is no rule "${name}". ${suggest(name, namesToCompare(name), 3)}`);
}

/** Ids, and for a word without a group the words behind it too: who types `unresolved` means `evidence/unresolved`. */
function namesToCompare(name: string): readonly string[] {
  const ids = ruleCatalogue.map(({ id }) => id);
  return name.includes('/') ? ids : [...ruleGroups, ...ids, ...ids.map(nameOf)];
}

function nameOf(id: string): string {
  return id.slice(id.indexOf('/') + 1);
}

/** The question for what was meant, in full ids, or where to look. */
function suggest(wanted: string, known: readonly string[], count: number): string {
  const near = nearestWords(wanted, known, count).flatMap((word) => {
    if (ruleGroups.includes(word) || word.includes('/')) return [word];
    return ruleCatalogue.filter(({ id }) => nameOf(id) === word).map(({ id }) => id);
  });
  const list = [...new Set(near)].map((word) => `"${word}"`);
  return list.length === 0
    ? `\`claimset rules\` lists them; the groups are ${ruleGroups.join(', ')}.`
    : `Did you mean ${list.join(' or ')}?`;
}

import { headerKeys } from './table-header.ts';

/** The format of the published dataset whose table this is, told by the names in its first row; `undefined` for any other table. */
export function publishedTable(head: string): 'aggrefact' | 'danish' | 'healthver' | 'pubhealth' | undefined {
  const tabs = headerKeys(head, '\t');
  if (has(tabs, 'claim', 'evidence_extract')) return 'danish';
  // Claims that were imported keep columns of these tables, also in tables of claimset's own: those have `id` and `evidence`.
  if (has(tabs, 'claim_id', 'claim', 'main_text') && !tabs.includes('id')) return 'pubhealth';
  const commas = headerKeys(head, ',');
  if (has(commas, 'doc', 'claim') && !commas.includes('evidence')) return 'aggrefact';
  const isFirst = commas.indexOf('evidence') < commas.indexOf('claim');
  return has(commas, 'id', 'evidence', 'claim', 'topic_ip') && isFirst ? 'healthver' : undefined;
}

function has(keys: readonly string[], ...names: readonly string[]): boolean {
  return names.every((name) => keys.includes(name));
}

import type { Session } from '../../annotate/api/session.ts';
import type { PageName } from './route.ts';

/** Parts of the page that somebody may open, in the order of the bar. */
export function pagesOf({ roles }: Pick<Session, 'roles'>): readonly PageName[] {
  const pages: PageName[] = [];
  if (roles.includes('label')) pages.push('label');
  if (roles.includes('write')) pages.push('write');
  if (roles.includes('adjudicate')) pages.push('adjudicate');
  // Who does not lead sees the own figures there.
  if (roles.includes('lead') || roles.includes('label')) pages.push('lead');
  if (roles.some((role) => role !== 'lead')) pages.push('history');
  return pages;
}

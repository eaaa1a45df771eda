import type { ComponentChildren, JSX } from 'preact';
import type { ClaimId } from '../../claims/claim.ts';
import { addressOf, goTo, type PageName } from './route.ts';

export interface PageLinkProps {
  readonly page: PageName;
  readonly claim?: ClaimId;
  readonly children: ComponentChildren;
  readonly isCurrent?: boolean;
  readonly class?: string;
}

/** A link to a part of the page; with Ctrl or the middle button it opens in a tab of its own, as links do. */
export function PageLink({ page, claim, children, isCurrent = false, ...rest }: PageLinkProps): JSX.Element {
  const named = claim === undefined ? undefined : String(claim);
  return (
    <a
      {...rest}
      href={addressOf(page, named)}
      {...(isCurrent && { 'aria-current': 'page' })}
      onClick={(event) => {
        if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        goTo(page, named);
      }}
    >
      {children}
    </a>
  );
}

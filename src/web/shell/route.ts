import { signal } from '@preact/signals';

/** Parts of the page: `/`, `/write`, `/adjudicate`, `/lead`, `/history`. */
export type PageName = 'label' | 'write' | 'adjudicate' | 'lead' | 'history';

export interface Route {
  readonly page: PageName;
  /** `?claim=`: the claim that is to be opened, as text. */
  readonly claim: string | undefined;
}

const names: readonly PageName[] = ['label', 'write', 'adjudicate', 'lead', 'history'];

function routeOfAddress(): Route {
  const first = location.pathname.split('/')[1] ?? '';
  return {
    page: names.find((name) => name === first) ?? 'label',
    claim: new URLSearchParams(location.search).get('claim') ?? undefined,
  };
}

/** Where the page is; follows the address. */
export const route = signal<Route>(routeOfAddress());
addEventListener('popstate', () => {
  route.value = routeOfAddress();
});

/** The address of a part; the annotator's link stays in it. */
export function addressOf(page: PageName, claim?: string): string {
  const query = claim === undefined ? '' : `?claim=${encodeURIComponent(claim)}`;
  return `/${page === 'label' ? '' : page}${query}${location.hash}`;
}

/** Goes to a part of the page. */
export function goTo(page: PageName, claim?: string): void {
  history.pushState(null, '', addressOf(page, claim));
  route.value = routeOfAddress();
}

import { Refusal } from './refusal.ts';

/** The headers that say which page asks. */
export interface AskingPage {
  readonly host: string;
  readonly origin: string | undefined;
  /** `Sec-Fetch-Site`, which a page cannot set. */
  readonly site: string | undefined;
  /** Whether the request shows a token: no foreign page has one. */
  readonly hasToken: boolean;
}

/**
 * Refuses what a foreign page asks for with the help of the annotator's browser (CSRF): another port of the same machine is foreign too.
 * What changes something must show that it comes from the page itself, or a token.
 *
 * @throws Refusal WRONG_ORIGIN
 */
export function checkOrigin({ host, origin, site, hasToken }: AskingPage, isChange: boolean): void {
  const own = host.toLowerCase();
  const isOwn = origin !== undefined && [`http://${own}`, `https://${own}`].includes(origin.toLowerCase());
  if (origin !== undefined && !isOwn) throw foreign();
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw foreign();
  if (isChange && !isOwn && site !== 'same-origin' && !hasToken) throw foreign();
}

function foreign(): Refusal {
  return new Refusal(
    403,
    'WRONG_ORIGIN',
    'The request does not come from the annotation page of this server. Open the link that `claimset annotate` printed; a program sends the header Origin with the address of the server.',
  );
}

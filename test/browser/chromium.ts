import { accessSync, constants } from 'node:fs';

/** Debian's browser, or the one that `CLAIMSET_CHROMIUM` names. */
export const chromiumPath = process.env.CLAIMSET_CHROMIUM ?? '/usr/bin/chromium';

/** As quiet as a browser gets: it asks nobody for updates. The sandbox needs what containers do not give. */
export const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Why no browser can run here; `undefined` where one can. For the name of a skipped suite. */
export function whyNoChromium(): string | undefined {
  try {
    accessSync(chromiumPath, constants.X_OK);
    return undefined;
  } catch {
    return `skipped: there is no ${chromiumPath}, and CLAIMSET_CHROMIUM names no other`;
  }
}

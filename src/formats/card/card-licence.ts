import type { Config } from '../../claims/config.ts';

/** The section of a card about the licence; empty where the configuration names none. */
export function cardLicence({ license, attribution }: Config): string {
  const lines = [license === '' ? '' : `Licence: ${license}.`, attribution].filter((line) => line !== '');
  return lines.length === 0 ? '' : `## Licence\n\n${lines.join('\n\n')}`;
}

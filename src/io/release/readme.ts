import { cardContents } from '../../formats/card/card-contents.ts';
import { cardLicence } from '../../formats/card/card-licence.ts';
import { cardQuality } from '../../formats/card/card-quality.ts';
import { fileWords, lossTable, splitTable } from './computed.ts';
import type { ReleaseFacts } from './release-facts.ts';
import { checksumsName } from './release-manifest.ts';

/** The first page of a release: what is where. */
export function printReleaseReadme(facts: ReleaseFacts): string {
  const { config, evidence, quality, splits } = facts;
  const claims = [...splits.values()].flat();
  const parts = [
    `# ${config.title}`,
    config.description,
    `Version ${config.version}. What changed is in [CHANGELOG.md](CHANGELOG.md), what it is made for and from in [datasheet.md](datasheet.md) and [data-statement.md](data-statement.md), how to cite it in [CITATION.cff](CITATION.cff).`,
    '## Files',
    `${fileWords(facts)}\n- \`${checksumsName}\`: SHA-256 of all files; \`sha256sum -c ${checksumsName}\` checks them`,
    lossTable(facts),
    '## Splits',
    splitTable(facts),
    cardContents(claims, evidence),
    cardQuality(quality, claims.length),
    cardLicence(config),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

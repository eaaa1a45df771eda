import { printCitation } from './citation.ts';
import { dataStatement } from './data-statement.ts';
import { datasheet } from './datasheet.ts';
import { printLicence } from './licence-file.ts';
import { printQuestionnaire } from './questionnaire.ts';
import { printReleaseReadme } from './readme.ts';
import type { ReleaseFacts } from './release-facts.ts';

/** A document of a release. */
export interface ReleaseDocument {
  readonly path: string;
  readonly text: string;
}

/**
 * All documents of a release but the changelog.
 *
 * @param licence the LICENSE of the dataset folder, for a licence whose text is not known. It does not go before one that is: where data
 *   and code share a folder it is mostly that of the code.
 */
export function releaseDocuments(facts: ReleaseFacts, licence: string | undefined): ReleaseDocument[] {
  const { answers, config } = facts;
  const ownLicence = printLicence(config) ?? (config.license === '' ? undefined : licence);
  return [
    { path: 'README.md', text: printReleaseReadme(facts) },
    { path: 'datasheet.md', text: printQuestionnaire(datasheet, facts) },
    { path: 'data-statement.md', text: printQuestionnaire(dataStatement, facts) },
    { path: 'CITATION.cff', text: printCitation(config, answers) },
    ...(ownLicence === undefined ? [] : [{ path: 'LICENSE', text: ownLicence }]),
  ];
}

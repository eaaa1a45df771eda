import { stringify } from 'yaml';
import type { Config } from '../../claims/config.ts';
import type { Answers, Author } from './answers.ts';
import { todo } from './todo.ts';

/** The text of CITATION.cff 1.2.0: only what the settings and the author say. @see https://citation-file-format.github.io, schema 1.2.0. */
export function printCitation(config: Config, { authors }: Answers): string {
  const { creator, description, license, published, title, url, version } = config;
  const named: readonly Author[] = creator === '' ? [] : [{ name: creator }];
  const citation = {
    'cff-version': '1.2.0',
    message: 'If you use this dataset, please cite it as below.',
    type: 'dataset',
    title,
    ...(description !== '' && { abstract: description }),
    authors: authors.length > 0 ? authors : named.length > 0 ? named : [{ name: todo }],
    version,
    ...(published !== '' && { 'date-released': published }),
    // The schema takes identifiers of SPDX only.
    ...(/^[A-Za-z\d.+-]+$/.test(license) && { license }),
    ...(/^https?:\/\/\S+$/.test(url) && { url }),
    keywords: ['fact verification', 'fact checking', 'evidence retrieval'],
  };
  return stringify(citation, { lineWidth: 0 });
}

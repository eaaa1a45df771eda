import { html, type Markup, nothing } from './markup.ts';

/** Of the page. */
const ownLanguage = 'en';

/** The attribute that tells browsers and screen readers the language of a text of the dataset; none where it is the page's own. */
export function languageOf(language: string): Markup {
  return language === ownLanguage ? nothing : html` lang="${language}"`;
}

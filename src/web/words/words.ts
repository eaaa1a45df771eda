import { adjudicateWords } from './en/adjudicate.ts';
import { articleWords } from './en/article.ts';
import { checksWords } from './en/checks.ts';
import { evidenceWords } from './en/evidence.ts';
import { guidelinesWords } from './en/guidelines.ts';
import { historyWords } from './en/history.ts';
import { labelWords } from './en/label.ts';
import { leadWords } from './en/lead.ts';
import { nameWords } from './en/names.ts';
import { searchWords } from './en/search.ts';
import { shellWords } from './en/shell.ts';
import { writeWords } from './en/write.ts';

/** All that the page says. A translation is another folder beside `en` with the same keys. Values with blanks to fill are functions. */
export const words = {
  adjudicate: adjudicateWords,
  article: articleWords,
  checks: checksWords,
  evidence: evidenceWords,
  guidelines: guidelinesWords,
  history: historyWords,
  label: labelWords,
  lead: leadWords,
  names: nameWords,
  search: searchWords,
  shell: shellWords,
  write: writeWords,
} as const;

import { answersName } from './answers.ts';
import { dataStatement } from './data-statement.ts';
import { datasheet } from './datasheet.ts';
import { openQuestions, type Questionnaire } from './questionnaire.ts';
import type { ReleaseFacts } from './release-facts.ts';
import { todo } from './todo.ts';

/** A file of answers with every question that is open, each as a comment over its key. */
export function printEmptyAnswers(facts: ReleaseFacts): string {
  return `# ${answersName}: what only the author of the dataset can say. \`claimset release\` reads it and never writes it again.
# Replace each ${todo} by a sentence or more; Markdown is fine. For several lines write | behind the key and indent them.
# More can be said than is asked here: docs/release.md lists all keys.

# Whom to cite (CITATION.cff): persons, or entities by \`name\`; the \`creator\` of claimset.config.json where there are none.
#   - family-names: Doe
#     given-names: Jane
#     orcid: https://orcid.org/0000-0002-1825-0097
#   - name: The Example Project
authors: []

${printQuestions(datasheet, facts)}
${printQuestions(dataStatement, facts)}`;
}

function printQuestions(questionnaire: Questionnaire, facts: ReleaseFacts): string {
  const open = openQuestions(questionnaire, facts);
  if (open.length === 0) return `${questionnaire.id}: {}\n`;
  const lines = open.map(({ id, question }) => `  # ${question}\n  ${id}: ${todo}\n`);
  return `${questionnaire.id}:\n${lines.join('')}`;
}

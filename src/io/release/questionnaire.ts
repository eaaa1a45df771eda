import type { Question, QuestionSection } from './question.ts';
import type { ReleaseFacts } from './release-facts.ts';
import { todo } from './todo.ts';

/** A document of questions. */
export interface Questionnaire {
  /** Key of its answers in `release.yaml`. */
  readonly id: 'datasheet' | 'data-statement';
  readonly title: string;
  readonly sections: readonly QuestionSection[];
}

/** The document with what was computed and what the author says, and `TODO(author)` where somebody still has to say something. */
export function printQuestionnaire({ id, title, sections }: Questionnaire, facts: ReleaseFacts): string {
  const parts = [`# ${title}: ${facts.config.title}`, `Version ${facts.config.version}.`];
  for (const section of sections) {
    parts.push(`## ${section.title}`);
    for (const question of section.questions) {
      const known = question.computed?.(facts);
      const own = answerOf(facts, id, question);
      parts.push(`**${question.question}**`);
      if (known !== undefined) parts.push(known);
      if (own !== undefined) parts.push(own);
      if (isOpen(facts, id, question)) parts.push(`${todo} \`${id}.${question.id}\`: ${question.question}`);
    }
  }
  return `${parts.join('\n\n')}\n`;
}

/** The questions of a document that somebody still has to answer. */
export function openQuestions({ id, sections }: Questionnaire, facts: ReleaseFacts): Question[] {
  return sections.flatMap(({ questions }) => questions.filter((question) => isOpen(facts, id, question)));
}

function isOpen(facts: ReleaseFacts, id: Questionnaire['id'], question: Question): boolean {
  if (answerOf(facts, id, question) !== undefined) return false;
  return question.needsAuthor === true || question.computed?.(facts) === undefined;
}

function answerOf(
  { answers }: ReleaseFacts,
  document: Questionnaire['id'],
  { id }: Question,
): string | undefined {
  return Object.hasOwn(answers[document], id) ? answers[document][id]?.trim() : undefined;
}

import { annotatorsWords, articleWords, licenceWords } from './computed.ts';
import type { Questionnaire } from './questionnaire.ts';
import type { ReleaseFacts } from './release-facts.ts';

/** The data statement. @see Bender & Friedman 2018, Data Statements for Natural Language Processing (TACL 6); the questions are put in our words. */
export const dataStatement: Questionnaire = {
  id: 'data-statement',
  title: 'Data statement',
  sections: [
    {
      title: 'A. Curation rationale',
      questions: [{ id: 'curation', question: 'Which texts were chosen, and why these?' }],
    },
    {
      title: 'B. Language variety',
      questions: [
        {
          id: 'language',
          question: 'Which language is it (BCP 47), and which variety, in prose?',
          computed: ({ config }: ReleaseFacts) => `Claims: \`${config.language}\` (BCP 47).`,
          needsAuthor: true,
        },
      ],
    },
    {
      title: 'C. Speaker demographic',
      questions: [
        {
          id: 'speakers',
          question: 'Who wrote the articles and the claims: age, gender, origin, first language, number?',
        },
      ],
    },
    {
      title: 'D. Annotator demographic',
      questions: [
        {
          id: 'annotators',
          question: 'Who labelled: age, gender, origin, first language, training, number?',
          computed: annotatorsWords,
          needsAuthor: true,
        },
      ],
    },
    {
      title: 'E. Speech situation',
      questions: [
        { id: 'situation', question: 'When and where were the texts written, in which way, for whom?' },
      ],
    },
    {
      title: 'F. Text characteristics',
      questions: [
        {
          id: 'text',
          question: 'Of which genre and about what are the texts?',
          computed: ({ counts }: ReleaseFacts) =>
            `Claims are single declarative sentences of ${counts.words.min} to ${counts.words.max} words (mean ${counts.words.mean.toFixed(1)}).`,
          needsAuthor: true,
        },
      ],
    },
    {
      title: 'G. Recording quality',
      questions: [
        {
          id: 'recording',
          question: 'Of recordings: how good are they?',
          computed: () => 'Written text: nothing was recorded.',
        },
      ],
    },
    {
      title: 'H. Other',
      questions: [{ id: 'other', question: 'What else must a reader know?' }],
    },
    {
      title: 'I. Provenance appendix',
      questions: [
        {
          id: 'provenance',
          question: 'What is it made from, and what is stated of that?',
          computed: (facts) => [articleWords(facts), licenceWords(facts) ?? ''].join('\n\n').trim(),
        },
      ],
    },
  ],
};

import { leakageWords } from '../../formats/card/leakage-words.ts';
import { countWords, formatNumber } from '../../reporters/count-words.ts';
import {
  annotatorsWords,
  daysWords,
  fileWords,
  licenceWords,
  lossTable,
  qualityWords,
  splitTable,
} from './computed.ts';
import type { Questionnaire } from './questionnaire.ts';

/** The datasheet. @see Gebru et al. 2021, Datasheets for Datasets (CACM 64:12); the questions are put in our words. */
export const datasheet: Questionnaire = {
  id: 'datasheet',
  title: 'Datasheet',
  sections: [
    {
      title: 'Motivation',
      questions: [
        { id: 'purpose', question: 'What was the dataset made for, and what gap does it fill?' },
        {
          id: 'creators',
          question: 'Who made it, and on behalf of whom?',
          computed: ({ config }) => config.creator || undefined,
        },
        { id: 'funding', question: 'Who paid for it?' },
      ],
    },
    {
      title: 'Composition',
      questions: [
        {
          id: 'instances',
          question: 'What is an instance?',
          computed: () =>
            'A claim: one declarative sentence with a label (SUPPORTS, REFUTES or NOT ENOUGH INFO) and evidence sets. All elements of a set are needed together, any one set decides the claim. Elements are sentences, list items, cells, header cells and captions of articles, cited by id.',
        },
        {
          id: 'counts',
          question: 'How many are there, of each kind?',
          computed: (facts) =>
            [
              splitTable(facts),
              `Evidence: ${formatNumber(facts.counts.evidenceSets)} sets, ${formatNumber(facts.counts.evidenceIds)} elements of ${countWords(facts.counts.articles, 'article')}. ${formatNumber(facts.counts.multiEvidence)} claims need two or more elements together, ${formatNumber(facts.counts.withAlternatives)} have more than one set.`,
            ].join('\n\n'),
        },
        { id: 'sample', question: 'Is it all there is, or a sample of something, and how was that drawn?' },
        {
          id: 'missing',
          question: 'Is something missing from single instances?',
          computed: ({ counts }) =>
            `${formatNumber(counts.withoutChallenge)} claims have no \`challenge\`, ${formatNumber(counts.withoutMutation)} no \`mutation\`, ${formatNumber(counts.evidenceSources.none)} no evidence.`,
        },
        {
          id: 'relations',
          question: 'How do instances hang together?',
          computed: ({ quality }) =>
            `By shared evidence, shared sources and shared words. ${leakageWords(quality.leakage)}`,
        },
        {
          id: 'splits',
          question: 'Which splits are recommended, and why?',
          computed: ({ splits }) =>
            `${[...splits.keys()].join(', ')}. Claims that share an evidence id, a source or most of their words are in one split, so that none tells of another; labels are stratified; a lock file keeps claims where they are from one version to the next.`,
        },
        {
          id: 'errors',
          question: 'Which errors, noise and redundancies are known?',
          computed: qualityWords,
          needsAuthor: true,
        },
        {
          id: 'self-contained',
          question: 'Does it stand alone, or rely on what others keep?',
          computed: ({ evidence: { articles } }) => {
            if (articles.length === 0) return undefined;
            const which =
              articles.length === 1 ? 'the article' : `all ${formatNumber(articles.length)} articles`;
            return `It stands alone: the text of ${which} that evidence is taken from is part of it.`;
          },
        },
        { id: 'confidential', question: 'Does it hold anything confidential?' },
        { id: 'offensive', question: 'Does it hold anything that may offend or frighten?' },
        {
          id: 'people',
          question: 'Is it about people: which groups, and can single persons be told from it?',
        },
      ],
    },
    {
      title: 'Collection process',
      questions: [
        { id: 'acquisition', question: 'How was the data acquired, and by which procedure was it checked?' },
        {
          id: 'sampling',
          question: 'How were the articles, and the sentences that claims were written from, chosen?',
        },
        {
          id: 'annotators',
          question: 'Who wrote and labelled the claims, and how were they paid?',
          computed: annotatorsWords,
          needsAuthor: true,
        },
        { id: 'timeframe', question: 'When was it collected?', computed: daysWords },
        { id: 'ethics', question: 'Was there an ethical review?' },
        { id: 'consent', question: 'Did those who wrote and labelled know of the release and agree to it?' },
      ],
    },
    {
      title: 'Preprocessing, cleaning, labelling',
      questions: [
        {
          id: 'preprocessing',
          question: 'What was done to the data?',
          computed: ({ toolVersion }) =>
            `Articles were cut into elements with an id each. Claims were checked with claimset ${toolVersion} (schema, evidence that resolves, guideline, duplicates) and released without errors.`,
          needsAuthor: true,
        },
        { id: 'raw', question: 'Is the raw data kept, and where?' },
        {
          id: 'software',
          question: 'Is the software that did it at hand?',
          computed: ({ toolVersion }) => `claimset ${toolVersion}, open source.`,
        },
      ],
    },
    {
      title: 'Uses',
      questions: [
        { id: 'used', question: 'What has it been used for, and where are the papers?' },
        { id: 'other-uses', question: 'What else could it be used for?' },
        {
          id: 'impact',
          question: 'What in its making may harm somebody in a later use, and how can that be avoided?',
        },
        { id: 'not-for', question: 'What should it not be used for?' },
      ],
    },
    {
      title: 'Distribution',
      questions: [
        {
          id: 'where',
          question: 'Where is it published, for whom?',
          computed: ({ config }) => config.url || undefined,
        },
        {
          id: 'how',
          question: 'In which form?',
          computed: (facts) => [fileWords(facts), lossTable(facts)].join('\n\n'),
        },
        { id: 'when', question: 'When?', computed: ({ config }) => config.published || undefined },
        { id: 'licence', question: 'Under which licence?', computed: licenceWords },
        { id: 'restrictions', question: 'Do third parties or laws restrict its use?' },
      ],
    },
    {
      title: 'Maintenance',
      questions: [
        { id: 'maintainer', question: 'Who keeps it, and how are they reached?' },
        { id: 'erratum', question: 'Where are errors told, and listed?' },
        {
          id: 'updates',
          question: 'Will it be updated, and how is that told?',
          computed: ({ config }) =>
            `This is version ${config.version}. Versions follow Croissant: PATCH where only the serialisation differs, MINOR where claims were added, MAJOR where claims were edited, removed or moved between splits. CHANGELOG.md names every change.`,
        },
        { id: 'older', question: 'Are older versions kept?' },
        { id: 'contribute', question: 'How can others contribute?' },
      ],
    },
  ],
};

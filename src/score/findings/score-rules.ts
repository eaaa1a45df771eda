import type { RuleMeta } from '../../diagnostic/rule-meta.ts';

/** What scoring finds wrong with gold and predictions. Scores are given all the same, of what can be scored. */
export const scoreRules = {
  prediction: {
    id: 'score/prediction',
    level: 2,
    severity: 'error',
    since: '0.4.0',
    title: 'A prediction has a label and evidence that can be compared.',
    why: 'What cannot be compared can never be right: it counts as a miss, which may be a fault of the file and not of the system.',
    help: 'Give each prediction `predicted_label`, and `predicted_evidence` as a list of evidence ids or of what the dataset has for them.',
    source: 'The official scorers, which stop at most of these faults, and only where the label is right.',
    messages: {
      noLabel: 'The prediction has no label.',
      label: 'The predicted label is no text, but {found}.',
      noEvidence: 'The prediction has no evidence, not even an empty list.',
      evidence: 'The predicted evidence is no list, but {found}.',
      piece:
        'This piece of predicted evidence is {found}, which no gold evidence equals; expected {expected}.',
      repeated: 'The document `{document}` stands before in the ranking: the first counts.',
      probabilities: 'The probabilities are {found}; expected one from 0 to 1 for each label.',
    },
  },
  gold: {
    id: 'score/gold',
    level: 2,
    severity: 'error',
    since: '0.4.0',
    title: 'A gold record has a label and evidence sets.',
    why: 'A claim without them has no right answer: it is left out of the score.',
    help: 'Check the gold file with `claimset validate`.',
    source: 'The official scorers, which stop at most of these faults.',
    messages: {
      noLabel: 'The gold record has no label.',
      label: 'The gold label is no text, but {found}.',
      noEvidence: 'The gold record has no evidence, not even an empty list.',
      evidence: 'The gold evidence is {found}; expected {expected}.',
      otherForm: 'The gold record is not of {form}.',
    },
  },
  unjoined: {
    id: 'score/unjoined',
    level: 3,
    severity: 'error',
    since: '0.4.0',
    title: 'Every gold claim has one prediction, and every prediction a gold claim.',
    why: 'Where claims are left out, or predictions stand in another order, a score says nothing of the system.',
    help: 'Write one prediction for each gold claim, with its `id`.',
    source:
      'The official scorers join by position and stop where the numbers of records differ; systems that leave out claims without evidence are known (UKPLab/fever-2018-team-athene, issue 3).',
    messages: {
      missing:
        'Gold claims without a prediction, which count as wrong: {count} of {total}; this is the first.',
      missingAccepted:
        'Gold claims without a prediction, which count as wrong, as asked: {count} of {total}; this is the first.',
      missingSkipped:
        'Gold claims without a prediction, which are left out, as asked: {count} of {total}; this is the first.',
      extra: 'Predictions for no gold claim, which count for nothing: {count}; this is the first.',
      repeatedGold:
        'Gold records with an id that stood before, which count for nothing: {count}; this is the first.',
      repeatedPredictions:
        'Predictions with an id that stood before, which count for nothing: {count}; this is the first.',
      withoutId:
        'Records without an id among others that have one, which count for nothing: {count}; this is the first.',
    },
  },
  unknownLabel: {
    id: 'score/unknown-label',
    level: 3,
    severity: 'warning',
    since: '0.4.0',
    title: 'A predicted label is one that gold claims have.',
    why: 'A label that no gold claim has is never right.',
    help: 'Write labels as the gold file does.',
    source: 'The official scorers, which compare labels letter by letter but for case.',
    messages: {
      spelling:
        'No gold claim has the label "{label}", a known spelling of {known}. Predictions with it: {count}.',
      unknown: 'No gold claim has the label "{label}". Predictions with it: {count}.',
    },
  },
  nearMiss: {
    id: 'score/near-miss',
    level: 4,
    severity: 'warning',
    since: '0.4.0',
    title: 'Predictions spell articles and labels as the gold file does.',
    why: 'Scorers compare letter by letter: evidence that is right but spelled otherwise counts as wrong.',
    help: 'Spell titles as the gold file does, or score with `--lenient` and say so.',
    source:
      'The official scorers; Raldir/FEVEROUS, whose readers each carry their own way of spelling titles.',
    messages: {
      found:
        'Claims that would score higher if labels and titles were compared regardless of spelling: at least {count}; this is the first.',
      strange:
        'No prediction has a piece of its claim’s gold evidence, of {count} that were looked at. This one has `{predicted}`, where gold has `{gold}`.',
    },
  },
  more: {
    id: 'score/more',
    level: 2,
    severity: 'error',
    since: '0.4.0',
    title: 'Findings that are alike are shown by the first few.',
    why: 'A file with one fault on every line would fill the report with it.',
    help: 'Mend the first ones, and score again.',
    source: 'What is shown of a report.',
    messages: { alike: 'More faults like the ones before: {count}; this is the first of them.' },
  },
  runLine: {
    id: 'score/run-line',
    level: 1,
    severity: 'error',
    since: '0.4.0',
    title: 'A line of a TREC run has a query, `Q0`, a document, a rank, a score and a tag.',
    why: 'A document that is not read was not retrieved: the measures are those of another ranking.',
    help: 'Write six columns with blanks or tabs between them, each document of a query once; ids have no blanks.',
    source: 'trec_eval, `get_trec_results.c` and `form_res_rels.c`, which stop at such lines.',
    messages: {
      fields: 'The line has {columns}; a line of a run has six.',
      score: 'The score is "{score}", which is no number.',
      repeated:
        'The document "{document}" stands before for the query "{query}": the line is not read, the first counts.',
      apart:
        'The line stands apart from the other lines of the query "{query}": it is not read. Sort the file by query.',
    },
  },
  qrelsLine: {
    id: 'score/qrels-line',
    level: 1,
    severity: 'error',
    since: '0.4.0',
    title: 'A line of relevance judgements has a query, `0`, a document and a grade.',
    why: 'A judgement that is not read is a document that no system can find.',
    help: 'Write four columns with blanks or tabs between them, each document of a query once; or three with tabs, after the header `query-id corpus-id score`.',
    source:
      'trec_eval, `get_qrels.c` and `form_res_rels.c`, which stop at such lines; the loader of BEIR for tables.',
    messages: {
      fields: 'The line does not have the {columns} columns of a judgement.',
      grade: 'The grade is "{grade}", which is no whole number of at most nine digits.',
      repeated:
        'The document "{document}" stands before for the query "{query}": the line is not read, the first counts.',
      apart:
        'The line stands apart from the other lines of the query "{query}": it is not read. Sort the file by query.',
    },
  },
} as const satisfies Record<string, RuleMeta>;

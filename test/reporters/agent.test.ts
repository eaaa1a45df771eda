import { expect, test } from 'vitest';
import { renderText } from './render-text.ts';
import { claimLine, sampleReport } from './reports.ts';

test('one line a finding and nothing else', () => {
  const report = sampleReport({
    'claims/a.jsonl': [
      claimLine(1, 'One.', 'A town_sentence_8'),
      claimLine(2, 'No period', 'A town_sentence_0'),
      claimLine(2, 'Two\n.', '\u001b[31m'),
    ],
  });
  expect(renderText('agent', report)).toMatchInlineSnapshot(`
    "claims/a.jsonl:1:56 error evidence/unresolved \`A town_sentence_8\`: the article "A town" has no such element. (Did you mean \`A town_sentence_1\`?)
    claims/a.jsonl:2:17 warning claim/no-final-period The claim does not end with a period. (End the claim with a period.) [fixable]
    claims/a.jsonl:3:7 error dataset/duplicate-id The id 2 stands for a second claim. (Give the second claim an id of its own.)
    claims/a.jsonl:3:58 error evidence/unresolved \`\\u{1b}[31m\` is not an evidence id. (Copy the id from the article, or add the article to the corpus.)
    "
  `);
});

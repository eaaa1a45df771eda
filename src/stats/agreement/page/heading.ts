import { countWords } from '../../../reporters/count-words.ts';
import type { AgreementReport } from '../agreement-report.ts';
import type { AgreementSource } from './agreement-source.ts';
import type { PageBlock, Piece } from './page-block.ts';

/** Who agrees on what, from which journals, and to which annotations the report is restricted. */
export function* heading(
  { labels: all, restriction }: AgreementReport,
  { journals }: AgreementSource,
): Generator<PageBlock> {
  yield {
    kind: 'heading',
    text: `Agreement of ${countWords(all.annotators, 'annotator')} on ${countWords(all.claims, 'claim')}`,
  };
  const [first, ...others] = journals;
  const { min, mean, max } = all.perClaim;
  const each = min === max ? `${min} a claim` : `${min} to ${max} a claim, ${mean.toFixed(2)} on average`;
  yield {
    kind: 'paragraph',
    pieces: [
      `${countWords(all.annotations, 'label')} (${each}) in ${countWords(all.pairs, 'pair')}, from `,
      { name: first ?? '' },
      others.length === 0 ? '.' : ` and ${countWords(others.length, 'other journal')}.`,
    ],
  };
  const { annotators, since, until } = restriction;
  if (annotators !== null) {
    const names = annotators.flatMap((name, at): Piece[] => [at === 0 ? '' : ', ', { name }]);
    yield { kind: 'paragraph', pieces: ['Only annotations by ', ...names, '.'] };
  }
  if (since !== null || until !== null) {
    const days = [
      ...(since === null ? [] : [`from ${since} on`]),
      ...(until === null ? [] : [`up to ${until}`]),
    ];
    yield { kind: 'paragraph', pieces: [`Only what was said ${days.join(' ')}.`] };
  }
}

import type { GroupKind } from '../../../claims/group-kind.ts';
import { furtherLeakageNames, isGrouped } from '../../../stats/group-leakage.ts';
import { leakageKinds, leakageNames } from '../../../stats/leakage.ts';
import { percent } from '../../../text/percent.ts';
import type { Block } from '../../block.ts';
import { countWords } from '../../number-words.ts';
import { countedKinds, type Leakage, type LeakKind, leaksOf, leakWords } from './leaks.ts';

const names: Readonly<Record<LeakKind, string>> = { ...leakageNames, ...furtherLeakageNames };

/** How often splits tell of each other, of each kind the first leaks, and what helps. */
export function* leakageBlocks(
  leakage: Leakage,
  { nearDuplicate, groupBy }: { readonly nearDuplicate: number; readonly groupBy: readonly GroupKind[] },
): Generator<Block> {
  yield { kind: 'heading', text: 'Leakage between splits' };
  const meanings: Readonly<Record<LeakKind, string>> = {
    duplicates: 'The same claim but for case and punctuation.',
    nearDuplicates: `Claims whose words overlap by ${percent(nearDuplicate)} or more.`,
    sharedSource: 'Claims that were written from the same place.',
    sharedEvidence: 'Sentences and cells that decide claims of both.',
    sharedSection: 'Sections that claims of both are about.',
    sharedArticle: 'Articles that claims of both are about.',
    sharedAnnotator: 'People who annotated claims of both.',
  };
  const leftOut = leakageKinds.filter((kind) => !isGrouped(kind, groupBy) && leakage[kind].count > 0);
  const remedy =
    leftOut.length > 0
      ? `split.groupBy leaves out ${leftOut.map((kind) => leakageNames[kind]).join(', ')}.`
      : '`claimset split --relock` divides the claims anew.';
  yield {
    kind: 'figures',
    figures: countedKinds(leakage).map(([kind, { count }]) => ({
      name: names[kind],
      value: countWords(count),
      meaning: meanings[kind],
    })),
  };
  const leaks = leaksOf(leakage);
  if (leaks === 0) {
    yield {
      kind: 'paragraph',
      text: 'Nothing leaks in these ways.',
    };
    return;
  }
  yield {
    kind: 'note',
    text: `${leakWords(leaks)}: figures on the smaller splits say more than a system can do. Each pair of splits counts once for each thing that they share. ${remedy}`,
  };
  yield {
    kind: 'table',
    table: {
      caption: 'The first leaks of each kind',
      columns: [
        { name: 'kind' },
        { name: 'claims' },
        { name: 'splits' },
        { name: 'what they share', isQuoted: true },
      ],
      rows: countedKinds(leakage).flatMap(([kind, { examples }]) =>
        examples.map(({ claims, splits: between, shared }) => [
          names[kind],
          claims.join(' and '),
          between.join(' and '),
          shared,
        ]),
      ),
    },
  };
}

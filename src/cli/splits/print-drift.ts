import { labels } from '../../claims/label.ts';
import type { DriftedSplit, SplitDrift } from '../../split/split-drift.ts';
import { countClaims, nameSome } from '../../split/split-problem.ts';
import { figureWords, undefinedMark } from '../../stats/figure-words.ts';
import { percent } from '../../text/percent.ts';
import { printable } from '../../text/printable.ts';
import { plainTable } from './plain-table.ts';
import { settingWords } from './setting-words.ts';

/** What has become of splits since they were locked: lines for a person. */
export function printDrift({ settings, added, gone, kept, splits, labels: all, relock }: SplitDrift): string {
  const lines = [
    `${countClaims(kept)} of the lock ${kept === 1 ? 'is' : 'are'} there still; ${added.length} added since${some(added)}; ${gone.length} gone${some(gone)}`,
    ...(settings.length === 0 ? ['settings: those of the lock'] : settings.map(settingWords)),
    '',
    ...plainTable([
      ['split', 'wanted', 'locked', 'now', ...labels, 'drift', 'skew'],
      ...splits.map((split) => [
        printable(split.split),
        ratioWords(split),
        `${split.claimsLocked} (${shareWords(split.shareLocked)})`,
        `${split.claims} (${shareWords(split.share)})`,
        ...labels.map((label) => `${split.labels.locked[label]} → ${split.labels.now[label]}`),
        figureWords(split.labels.variation),
        figureWords(split.skew),
      ]),
      [
        'all',
        '',
        String(splits.reduce((sum, { claimsLocked }) => sum + claimsLocked, 0)),
        String(splits.reduce((sum, { claims }) => sum + claims, 0)),
        ...labels.map((label) => `${all.locked[label]} → ${all.now[label]}`),
        figureWords(all.variation),
        '',
      ],
    ]),
    '',
    'labels: of the claims that are locked and still there → of all now; drift: total variation distance of the',
    'two; skew: that of the split from all claims now',
    relock.moved === 0
      ? '--relock would move no locked claim'
      : `--relock would move ${relock.moved} of ${countClaims(kept)}: ${relock.moves.map(({ from, to, claims }) => `${claims} from ${printable(from)} to ${printable(to)}`).join(', ')}`,
  ];
  return `${lines.join('\n')}\n`;
}

function some(ids: readonly (string | number)[]): string {
  return ids.length === 0 ? '' : ` (${printable(nameSome(ids))})`;
}

function ratioWords({ ratio, ratioLocked }: DriftedSplit): string {
  const [then, now] = [shareWords(ratioLocked), shareWords(ratio)];
  return then === now ? now : `${then} → ${now}`;
}

function shareWords(share: number | null): string {
  return share === null ? undefinedMark : percent(share);
}

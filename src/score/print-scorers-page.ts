import { markdownTable } from '../text/markdown-table.ts';
import type { Scorer } from './scorer.ts';

/** The page of all scorers in `docs`: Markdown, made from nothing but their own declarations. */
export function printScorersPage(scorers: readonly Scorer[]): string {
  const sections = [
    '# Scorers',
    '<!-- Made by test/score/scorers-page.test.ts. -->',
    'What each scorer counts, for which files it is the customary one, and where it differs from the official code. How to use them: [score](score.md).',
    markdownTable(
      ['scorer', 'counts', 'customary for'],
      scorers.map(({ id, about, customFor }) => [
        `[${id}](#${id})`,
        about,
        customFor.map((format) => `\`${format}\``).join(', '),
      ]),
    ),
    ...scorers.flatMap(sectionOf),
  ];
  return `${sections.join('\n\n')}\n`;
}

function sectionOf({ id, title, url, figures, deviations, bounds, officialJoin }: Scorer): string[] {
  const joined = officialJoin.by === 'id' ? 'by id' : 'by position';
  return [
    `## ${id}`,
    `${title} · <${url}>`,
    markdownTable(
      ['figure', 'is'],
      figures.map((figure) => [`\`${figure.id}\``, `${figure.title}: ${figure.about}`]),
    ),
    ...(bounds.length === 0
      ? []
      : [
          `What it would be if a part of the work were done: ${bounds.map((bound) => bound.title).join(', ')}.`,
        ]),
    `With \`--official\` gold and predictions are joined ${joined}.`,
    ...(deviations.length === 0
      ? []
      : [
          'Conventions, and where it differs from the official code:',
          deviations.map((one) => `- ${one}`).join('\n'),
        ]),
  ];
}

import { shownPath } from '../../io/files.ts';
import { countWords } from '../../reporters/count-words.ts';
import type { RunningAnnotation } from '../../server/start-annotation.ts';
import { printable } from '../../text/printable.ts';
import type { CommandIo } from '../command-io.ts';

/** Who was named to work on the dataset, and how. */
export interface StartTold {
  readonly names: readonly string[];
  /** Whether the name of who works alone was found and not given. */
  readonly isNameFound: boolean;
  /** Whether other machines may reach the page. */
  readonly isOpen: boolean;
  /** Whether somebody decides where answers differ. */
  readonly hasLead: boolean;
}

/**
 * Why nobody has a claim to answer, and what to do.
 *
 * @param overlap answers that each claim is to have; `undefined` where one person works alone
 */
export function whyNothingWaits(claims: number, overlap: number | undefined): string {
  if (claims === 0)
    return 'There is nothing to answer yet: write claims on the page, or put them into files.';
  if (overlap === undefined) return 'You have answered all of them: "My work" on the page opens them again.';
  const has = overlap === 1 ? 'the answer that is' : `the ${overlap} answers that are`;
  return `Every claim has ${has} asked for, or waits for who leads: --overlap ${overlap + 1} asks for one more of each.`;
}

/** Tells what is served: who works, what waits, what was found to be wrong with the journals. */
export async function tellStart(
  { workspace, waitingOf, hasTokens, isShared }: RunningAnnotation,
  { names, isNameFound, isOpen, hasLead }: StartTold,
  io: CommandIo,
): Promise<void> {
  const { claims, config, finished, folder, journals } = workspace;
  const lines: string[] = [];
  const [first = ''] = names;
  if (isNameFound) lines.push(`You are "${first}": --as gives you another name.`);
  const counts = names.flatMap((name) => {
    const count = waitingOf(name);
    return count === undefined ? [] : [{ name, count }];
  });
  const waiting = counts.map(({ name, count }) => `${isShared ? `${name} ` : ''}${count}`);
  const all = claims.all().length;
  lines.push(
    `${countWords(all, 'claim')}${waiting.length === 0 ? '' : `, to be answered: ${waiting.join(', ')}`}. Answers go to ${config.claims}/annotations.`,
  );
  if (counts.length > 0 && counts.every(({ count }) => count === 0))
    lines.push(whyNothingWaits(all, isShared ? config.annotate.overlap : undefined));
  if (isShared && !hasLead)
    lines.push('Nobody decides claims where answers differ: --lead NAME names who does, now or later.');
  if (isShared && config.annotate.verdict && counts.length <= config.annotate.overlap) {
    lines.push(
      `A verdict from the evidence alone (annotate.verdict) comes from who has not answered the claim: with ${countWords(counts.length, 'annotator')} and ${config.annotate.overlap} for each claim nobody is left to give one.`,
    );
  }
  if (claims.unreadable > 0) {
    lines.push(
      `${countWords(claims.unreadable, 'line')} in ${config.claims} cannot be read as a claim: \`claimset validate\` tells of them.`,
    );
  }
  for (const { path, line, message } of journals.problems) {
    lines.push(`${printable(shownPath(path, folder))}:${line} ${printable(message)}.`);
  }
  if (finished !== undefined) {
    lines.push('A change of a claim that the server had begun when it ended was finished.');
  }
  if (isOpen) {
    lines.push(
      'Warning: other machines can reach this page. Who has a link answers in its name, and nothing is encrypted on the way: use it in a network that you trust, or behind a server with HTTPS.',
    );
  } else if (hasTokens) lines.push('A link is for its annotator alone: who has it answers in that name.');
  lines.push('Ctrl-C ends.');
  await io.stderr.write(lines.map((line) => `${line}\n`).join(''));
}

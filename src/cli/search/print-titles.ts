import { printJson } from '../../reporters/print-json.ts';
import type { EvidenceSearcher } from '../../retrieve/evidence-searcher.ts';
import { printable } from '../../text/printable.ts';
import type { ExitCode } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import type { HitStyle } from './search-plan.ts';

/** Prints the titles that a text may mean, one a line, and says on stderr where they are only spelt nearly so. 1 where there are none. */
export async function printTitles(
  searcher: EvidenceSearcher,
  text: string,
  { count, style }: { readonly count: number; readonly style: HitStyle },
  io: CommandIo,
): Promise<ExitCode> {
  const found = await searcher.findTitles(text, count);
  for (const [at, { title, match }] of found.entries())
    await io.stdout.write(
      style === 'json' ? `${printJson({ rank: at + 1, title, match })}\n` : `${printable(title)}\n`,
    );
  if (found.length === 0) await io.stderr.write('no title is like that\n');
  else if (found[0]?.match === 'spelling')
    await io.stderr.write('no title has these words; these are spelt nearly so\n');
  return found.length > 0 ? 0 : 1;
}

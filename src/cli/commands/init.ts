import { basename, join, resolve } from 'node:path';
import { writeFileAtomic } from '../../io/atomic-write.ts';
import { kindOfPath, shownPath } from '../../io/files.ts';
import { defineCommand } from '../command.ts';
import { scaffold } from '../scaffold.ts';
import { shellQuote } from '../shell-quote.ts';

interface Options {
  readonly ci: boolean;
}

export const init = defineCommand<[string], Options>({
  configure: (command) => {
    command
      .argument('[folder]', 'folder to make, or to complete', '.')
      .option('--no-ci', 'leave out the GitHub workflow')
      .addHelpText('after', '\nA file that is already there is left as it is.');
  },
  examples: [
    ['claimset init facts', 'a folder with a sample article and five claims about it'],
    ['claimset init', 'complete the folder you are in'],
  ],
  run: async ([given], options, io) => {
    const folder = resolve(io.cwd, given);
    const name = basename(folder)
      .toLowerCase()
      .replace(/[^a-z0-9._-]+/g, '-')
      .replace(/^[^a-z0-9]+/, '');
    // A folder that has articles or claims gets no samples of ours among them.
    const hasData =
      kindOfPath(join(folder, 'corpus')) !== undefined || kindOfPath(join(folder, 'claims')) !== undefined;
    for (const { path, text, sample } of scaffold(name === '' ? 'dataset' : name, basename(folder))) {
      if (path.startsWith('.github/') && !options.ci) continue;
      if (sample && hasData) continue;
      const target = join(folder, path);
      const there = kindOfPath(target) !== undefined;
      if (!there) writeFileAtomic(target, [text]);
      await io.stdout.write(`${there ? 'kept   ' : 'written'} ${shownPath(target, io.cwd)}\n`);
    }
    const step = folder === io.cwd ? '' : `cd ${shellQuote(given)} && `;
    await io.stderr.write(
      `\nNext: ${step}claimset build, and commit what is there but dataset/\nTo label claims on a page: claimset annotate. Claims without label wait in claims/unlabelled/, your guidelines stand in claims/guidelines.md.\n`,
    );
    return 0;
  },
});

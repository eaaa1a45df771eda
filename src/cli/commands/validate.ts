import { checkDataset } from '../check/check-dataset.ts';
import { addValidateOptions, readValidateOptions, type ValidateOptions } from '../check/validate-options.ts';
import { defineCommand } from '../command.ts';
import { createDatasetCache } from '../dataset/dataset-cache.ts';

export const validate = defineCommand<[string[]], ValidateOptions>({
  configure: (command) => {
    addValidateOptions(command);
    command.addHelpText(
      'after',
      `
A finding of level 4 or 5 that is right as it is: accept it with \`claimset suppress\`, or by a line in
claims/suppressions.jsonl, such as
  {"rule":"claim/no-final-period","claim":"nkw-0001","reason":"A quotation ends the claim."}
All options: docs/validate.md. Settings, suppressions, baselines: docs/configuration.md.`,
    );
  },
  examples: [
    ['claimset validate', 'articles, claims and annotations of this dataset folder'],
    ['claimset validate claims/new.jsonl', 'one file against the corpus of this folder'],
    ['claimset validate --fix', 'with the safe fixes made'],
    ['claimset validate --fix-dry-run | less', 'what --fix would change'],
    ['claimset validate --since main', 'what your branch has changed'],
    ['claimset validate --update-baseline', 'take up claimset: from now on only what is new is reported'],
    ['claimset validate --report sarif=out.sarif', 'and a file for code scanning'],
    ['claimset validate --format fever train.jsonl', 'a file of FEVER, in place'],
    ['claimset validate --format fever dev.jsonl --corpus wiki-pages', 'and against its pages'],
    ['git show :claims/new.jsonl | claimset validate -', 'what is staged'],
    ['claimset validate --watch', 'again and again while you edit'],
  ],
  run: async ([paths], options, io) => {
    const cache = createDatasetCache();
    const request = { ...readValidateOptions(paths, options, io), cache };
    try {
      if (options.watch !== true) return await checkDataset(request, io);
      const { watchDataset } = await import('../check/watch-dataset.ts');
      return await watchDataset(request, io);
    } finally {
      cache.stores.close();
    }
  },
});

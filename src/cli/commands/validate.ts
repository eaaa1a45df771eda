import { CorpusCache } from '../../io/corpus-cache.ts';
import { checkDataset } from '../check-dataset.ts';
import { defineCommand } from '../command.ts';
import { addValidateOptions, readValidateOptions, type ValidateOptions } from '../validate-options.ts';

export const validate = defineCommand<[string[]], ValidateOptions>({
  configure: (command) => {
    addValidateOptions(command);
    command.addHelpText(
      'after',
      `
A finding of the guideline or the dataset that is right as it is: accept it by a line in claims/suppressions.jsonl,
  {"rule":"claim/no-final-period","claim":"nkw-0001","reason":"A quotation ends the claim."}
Settings, suppressions, baselines and --since: docs/configuration.md. Formats of reports: docs/reports.md.`,
    );
  },
  examples: [
    ['claimset validate', 'articles, claims and annotations of this dataset folder'],
    ['claimset validate claims/new.jsonl', 'one file against the corpus of this folder'],
    ['claimset validate --fix', 'with the safe fixes made'],
    ['claimset validate --fix-dry-run | less', 'what --fix would change'],
    ['claimset validate --since main', 'what your branch has changed'],
    ['claimset validate --update-baseline', 'take up claimset: from now on only what is new is reported'],
    ['claimset validate --report github --report sarif=out.sarif', 'for a GitHub workflow, and a file'],
    ['claimset validate --format fever train.jsonl', 'a file of FEVER, in place'],
    ['git show :claims/new.jsonl | claimset validate -', 'what is staged'],
    ['claimset validate --watch', 'again and again while you edit'],
  ],
  run: async ([paths], options, io) => {
    const cache = new CorpusCache();
    const request = { ...readValidateOptions(paths, options, io), cache };
    if (options.watch !== true) return checkDataset(request, io);
    const { watchDataset } = await import('../watch-dataset.ts');
    return watchDataset(request, io);
  },
});

import { ToolError, UsageError } from '../errors.ts';
import { type GitContext, runGit } from './run-git.ts';

/** The id of a commit that an option names. @throws UsageError for no name, ToolError REF_NOT_FOUND. */
export function findCommit(ref: string, git: GitContext, option = '--since'): string {
  if (ref === '' || ref.startsWith('-')) {
    throw new UsageError(`"${ref}" is no commit. Write ${option} main, or ${option} HEAD~3.`);
  }
  try {
    const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`];
    return runGit(args, git).toString('latin1').trim();
  } catch (cause) {
    if (!(cause instanceof ToolError) || cause.code !== 'GIT_FAILED') throw cause;
    throw new ToolError(
      'REF_NOT_FOUND',
      `There is no commit "${ref}" in this repository. Check ${option}. A clone that CI made may lack it: fetch it first (\`git fetch origin main\`; with actions/checkout, \`fetch-depth: 0\`).`,
      { cause },
    );
  }
}

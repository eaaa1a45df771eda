import { renderMarkdown } from './render-markdown.ts';
import type { Reporter } from './reporter.ts';

/** GitHub takes comments of 65,536 characters, and GitLab longer ones; some room is left for what a workflow puts around it. */
const maxBytes = 64_000;

/** For a comment on a pull request: a table, then the findings folded away, the heaviest first, as many as a comment holds. */
export const markdown: Reporter = {
  id: 'markdown',
  title: 'For a comment on a pull request: Markdown.',
  render: (report) => renderMarkdown(report, maxBytes),
};

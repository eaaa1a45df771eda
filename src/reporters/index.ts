import { UsageError } from '../errors.ts';
import { didYouMean } from '../text/did-you-mean.ts';
import { agent } from './agent.ts';
import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { markdown } from './markdown.ts';
import { pretty } from './pretty.ts';
import { rdjson } from './rdjson.ts';
import type { Reporter } from './reporter.ts';
import { sarif } from './sarif.ts';

/** All reporters, sorted by id. */
export const reporters: readonly Reporter[] = [
  agent,
  github,
  gitlab,
  json,
  junit,
  markdown,
  pretty,
  rdjson,
  sarif,
];

/** The reporter of an id. @throws UsageError for an id that none has. */
export function findReporter(id: string): Reporter {
  const reporter = reporters.find((candidate) => candidate.id === id);
  if (reporter !== undefined) return reporter;
  const ids = reporters.map((candidate) => candidate.id);
  throw new UsageError(
    `There is no report format "${id}". ${didYouMean(id, ids) ?? `Use one of ${ids.join(', ')}.`}`,
  );
}

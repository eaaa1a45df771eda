import { basename, dirname, resolve } from 'node:path';
import { UsageError } from '../../errors.ts';
import { kindOfPath } from '../../io/files.ts';

/** Something that is audited. */
export interface LeakSource {
  readonly path: string;
  /** The split that all its claims are in; `undefined` where they tell themselves, which split each is in. */
  readonly split: string | undefined;
  /** What a split is called where nothing tells. */
  readonly name: string;
  /** The path as it was given. */
  readonly given: string;
}

/**
 * What the arguments of the command name: one thing whose claims tell their splits, or several, each a split that is called by the file
 * name or as `name=path` says.
 *
 * @throws UsageError where two would have the same name, or are the same
 */
export function leakSourcesOf(args: readonly string[], cwd: string): LeakSource[] {
  const sources = args.map((arg) => sourceOf(arg, cwd));
  if (sources.length === 1) return sources;
  const isTwice = (name: string): boolean => sources.filter((other) => other.name === name).length > 1;
  const named = sources.map((source): LeakSource => {
    const { path, split, name } = source;
    return { ...source, split: split ?? (isTwice(name) ? `${basename(dirname(path))}/${name}` : name) };
  });
  for (const [at, { split, path, given }] of named.entries()) {
    const before = named.slice(0, at);
    if (before.some((other) => other.path === path)) throw new UsageError(`"${given}" is named twice.`);
    const other = before.find((one) => one.split === split);
    if (other !== undefined) {
      throw new UsageError(`Two splits would be called "${split}". Name them: a=${other.given} b=${given}`);
    }
  }
  return named;
}

function sourceOf(arg: string, cwd: string): LeakSource {
  const path = pathOf(arg, cwd);
  const [, name, rest] = /^([\w.-]+)=(.+)$/s.exec(arg) ?? [];
  if (name === undefined || rest === undefined || kindOfPath(path) !== undefined)
    return { path, split: undefined, name: arg === '-' ? 'stdin' : nameOf(path), given: arg };
  return { path: pathOf(rest, cwd), split: name, name, given: rest };
}

function pathOf(given: string, cwd: string): string {
  return given === '-' ? given : resolve(cwd, given);
}

/** The name of a file without its endings: `train` of `train.jsonl.gz`. */
function nameOf(path: string): string {
  const name = basename(path);
  return name.replace(/(?<=.)\.(?:jsonl?|csv|tsv|txt|gz)(?=\.|$)/g, '') || name;
}

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
}

/**
 * What the arguments of the command name: one thing whose claims tell their splits, or several, each a split that is called by the file
 * name or as `name=path` says.
 *
 * @throws UsageError where two would have the same name
 */
export function leakSourcesOf(args: readonly string[], cwd: string): LeakSource[] {
  const sources = args.map((arg) => sourceOf(arg, cwd));
  if (sources.length === 1) return sources;
  const isTwice = (name: string): boolean => sources.filter((other) => other.name === name).length > 1;
  const named = sources.map((source): LeakSource => {
    const { path, split, name } = source;
    return { ...source, split: split ?? (isTwice(name) ? `${basename(dirname(path))}/${name}` : name) };
  });
  for (const [at, { split, path }] of named.entries()) {
    const other = named.slice(0, at).find((one) => one.split === split);
    if (other === undefined) continue;
    throw new UsageError(
      path === other.path
        ? `"${args[at]}" is named twice.`
        : `Two splits would be called "${split}". Name them: a=${args[named.indexOf(other)]} b=${args[at]}`,
    );
  }
  return named;
}

function sourceOf(arg: string, cwd: string): LeakSource {
  const path = resolve(cwd, arg);
  const [, name, rest] = /^([\w.-]+)=(.+)$/s.exec(arg) ?? [];
  if (name === undefined || rest === undefined || kindOfPath(path) !== undefined)
    return { path, split: undefined, name: nameOf(path) };
  return { path: resolve(cwd, rest), split: name, name };
}

/** The name of a file without its endings: `train` of `train.jsonl.gz`. */
function nameOf(path: string): string {
  const name = basename(path);
  return name.replace(/(?<=.)\.(?:jsonl?|csv|tsv|txt|gz)(?=\.|$)/g, '') || name;
}

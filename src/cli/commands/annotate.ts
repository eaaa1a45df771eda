import { join } from 'node:path';
import { InvalidArgumentError, Option } from 'commander';
import type { Config } from '../../claims/config.ts';
import { ToolError, UsageError } from '../../errors.ts';
import { kindOfPath } from '../../io/files.ts';
import { findDatasetFolder } from '../../io/load-config.ts';
import { countWords } from '../../reporters/count-words.ts';
import type { RunningAnnotation } from '../../server/start-annotation.ts';
import { printable } from '../../text/printable.ts';
import { interruption } from '../annotate/interruption.ts';
import { nameOfUser } from '../annotate/name-of-user.ts';
import { openBrowser } from '../annotate/open-browser.ts';
import { findPageFolder } from '../annotate/page-folder.ts';
import { tellStart } from '../annotate/tell-start.ts';
import { defineCommand } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { loadDatasetConfig } from '../dataset/dataset-settings.ts';
import { addDatasetOption, wholeBetween } from '../options.ts';

interface Options {
  readonly allowHost?: readonly string[];
  readonly annotators?: readonly string[];
  readonly as?: string;
  readonly dataset?: string;
  readonly host: string;
  readonly json?: boolean;
  readonly lead?: readonly string[];
  readonly open?: boolean;
  readonly overlap?: number;
  readonly port: number;
}

/** What a browser keeps belongs to the address of the page: always the same port. */
const defaultPort = 4877;

export const annotate = defineCommand<[], Options>({
  configure: (command) => {
    addDatasetOption(command)
      .option('--as <name>', "name of who works alone (default: git's user.name)")
      .addOption(
        new Option('--annotators <names>', 'several annotators, each with a link: a1,a2').argParser(
          parseNames,
        ),
      )
      .addOption(
        new Option('--lead <names>', 'who adjudicates and sees the progress, with links').argParser(
          parseNames,
        ),
      )
      .option(
        '--overlap <number>',
        'annotators who answer each claim (default: as configured)',
        wholeBetween(1, 100),
      )
      .option('--port <number>', 'port of the page', parsePort, defaultPort)
      .addOption(
        new Option('--host <address>', 'address to listen on')
          .default('127.0.0.1')
          // As it stands in an address.
          .argParser((value: string) => value.replace(/^\[(.*)\]$/, '$1')),
      )
      .addOption(
        new Option('--allow-host <name>', 'other name that leads here, as of a proxy (repeatable)').argParser(
          (value: string, previous: readonly string[] = []) => [...previous, value],
        ),
      )
      .option('--open', 'open the page in the browser')
      .option('--json', 'print the links as JSON')
      .addHelpText(
        'after',
        `
Claims without label wait in claims/unlabelled/*.jsonl, one {"id":…,"claim":…} a line. Answers go to
claims/annotations/<name>.jsonl. On the page ? shows the keys. All of it: docs/annotate.md.`,
      );
  },
  examples: [
    ['claimset annotate', 'one person, alone on this machine'],
    ['claimset annotate --as ann --open', 'the same, with a name, and the page opened'],
    [
      'claimset annotate --annotators ann,bob --lead cleo',
      'two annotators and who decides, each with a link',
    ],
    ['claimset annotate --annotators ann,bob --overlap 1', 'each claim answered once'],
  ],
  run: async (_args, options, io) => {
    guardOptions(options);
    const folder = findDatasetFolder(io.cwd, options.dataset);
    const config = withOverlap(await loadDatasetConfig(folder), options.overlap);
    guardFolder(folder, config);
    // Loaded late: no other command needs a server.
    const [{ isPrivate, startAnnotation }, { sharedPeople, soloPeople }, { checkNames }] = await Promise.all([
      import('../../server/start-annotation.ts'),
      import('../../server/people/person.ts'),
      import('../../server/people/check-names.ts'),
    ]);
    const { annotators = [], lead = [], as } = options;
    const isShared = annotators.length + lead.length > 0;
    const people = isShared ? sharedPeople(annotators, lead) : soloPeople(as ?? nameOfUser(folder, io));
    const names = [...people.all.keys()];
    checkNames(names);
    const otherHosts = options.allowHost ?? [];
    const ended = interruption();
    const server = await startAnnotation({
      folder,
      config,
      people,
      pageFolder: findPageFolder(),
      host: options.host,
      port: options.port,
      otherHosts,
      env: io.env,
      now: () => new Date(),
      say: (message) => void io.stderr.write(`${message.split('\n').map(printable).join('\n')}\n`),
    });
    await printLinks(server, names, options, io);
    const isOpen = !isPrivate({ host: options.host, otherHosts });
    const isNameFound = !isShared && as === undefined;
    await tellStart(server, { names, isNameFound, isOpen, hasLead: lead.length > 0 }, io);
    if (options.open === true) openBrowser(server.linkOf(names[0] as string));
    await ended;
    await server.stop();
    await io.stderr.write(`Stopped. ${countWords(server.written(), 'line')} added to the journals.\n`);
    return 0;
  },
});

async function printLinks(
  { linkOf, hasTokens }: RunningAnnotation,
  names: readonly string[],
  { json }: Options,
  io: CommandIo,
): Promise<void> {
  if (json === true) {
    const links = names.map((annotator) => ({ annotator, url: linkOf(annotator) }));
    await io.stdout.write(`${JSON.stringify({ links })}\n`);
    return;
  }
  const width = Math.max(...names.map((name) => name.length));
  for (const name of names)
    await io.stdout.write(hasTokens ? `${name.padEnd(width)}  ${linkOf(name)}\n` : `${linkOf(name)}\n`);
}

function guardOptions({ annotators = [], lead = [], as }: Options): void {
  if (as !== undefined && annotators.length + lead.length > 0)
    throw new UsageError('--as names who works alone. Give either --as, or --annotators and --lead.');
}

/** @throws ToolError NO_CLAIMS for a folder that is no dataset */
function guardFolder(folder: string, { claims }: Config): void {
  if (kindOfPath(join(folder, claims)) === 'folder') return;
  throw new ToolError(
    'NO_CLAIMS',
    `There is no folder "${claims}" in "${folder}". Run in a dataset folder, name one with --dataset, or make one with \`claimset init\`.`,
  );
}

function withOverlap(config: Config, overlap: number | undefined): Config {
  return overlap === undefined ? config : { ...config, annotate: { ...config.annotate, overlap } };
}

function parseNames(value: string): string[] {
  const names = value.split(',').map((name) => name.trim());
  if (names.includes('')) throw new InvalidArgumentError('Write names like ann,bob.');
  return names;
}

function parsePort(value: string): number {
  const number = Number(value);
  if (!/^\d{1,5}$/.test(value) || number > 65535)
    throw new InvalidArgumentError('Give a whole number from 0 to 65535; 0 takes any that is free.');
  return number;
}

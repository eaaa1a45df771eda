import { printable } from '../../text/printable.ts';
import { Refusal } from './refusal.ts';

/** Names under which a server is reached. */
export interface ServerNames {
  /** Of the machine: a browser adds the port that the server listens on. */
  readonly own: readonly string[];
  /** Of servers before this one, which may listen on any port. */
  readonly others: readonly string[];
}

/**
 * The values of a Host header that are this server. Any other name that leads here was made by somebody else to reach the server with a
 * browser's help (DNS rebinding).
 */
export function hostsOf({ own, others }: ServerNames, port: number): ReadonlySet<string> {
  const all = [
    ...own.flatMap((name) => (port === 80 ? [name, `${name}:80`] : [`${name}:${port}`])),
    ...others.flatMap((name) => [name, `${name}:${port}`]),
  ];
  return new Set(all.map((name) => name.toLowerCase()));
}

/** @throws Refusal WRONG_HOST where the request is for another host. */
export function checkHost(host: string | undefined, allowed: ReadonlySet<string>): void {
  if (host !== undefined && allowed.has(host.toLowerCase())) return;
  throw new Refusal(
    421,
    'WRONG_HOST',
    `This server does not answer for "${printable(host ?? '')}". Use the link that \`claimset annotate\` printed, or start it with --allow-host and the name.`,
  );
}

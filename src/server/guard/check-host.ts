import { printable } from '../../text/printable.ts';
import { Refusal } from './refusal.ts';

/**
 * The values of a Host header that are this server: each name with the port, and alone where the port is that of HTTP. Any other name
 * that leads here was made by somebody else to reach the server with a browser's help (DNS rebinding).
 */
export function hostsOf(names: Iterable<string>, port: number): ReadonlySet<string> {
  const all = [...names].map((name) => name.toLowerCase());
  return new Set(all.flatMap((name) => (port === 80 ? [name, `${name}:80`] : [`${name}:${port}`])));
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

import type { People, Person } from '../people/person.ts';
import { nameOfToken } from '../people/token.ts';
import { Refusal } from './refusal.ts';

/** What tokens are compared with. */
export interface TokenCheck {
  readonly key: Uint8Array;
}

/** The token of an `Authorization` header; `undefined` where it has none. */
export function tokenOfHeader(header: string | undefined): string | undefined {
  return /^Bearer ([\x21-\x7e]{1,1000})$/i.exec(header ?? '')?.[1];
}

/** Who asks: the holder of the token, or the one person who works alone. @throws Refusal NO_TOKEN, WRONG_TOKEN */
export function identify(token: string | undefined, { all }: People, check: TokenCheck | undefined): Person {
  if (check === undefined) {
    const [person] = all.values();
    if (person !== undefined) return person;
  }
  if (token === undefined || check === undefined) {
    throw new Refusal(
      401,
      'NO_TOKEN',
      'The address lacks the part after "#" that says who you are. Open the whole link that you were given.',
    );
  }
  const name = nameOfToken(token, check.key);
  const person = name === undefined ? undefined : all.get(name);
  if (person !== undefined) return person;
  throw new Refusal(
    401,
    'WRONG_TOKEN',
    'The link is not one of this server, or its annotator does not work here any more. Ask the lead for a new one.',
  );
}

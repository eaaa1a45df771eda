import { createHmac, timingSafeEqual } from 'node:crypto';

/** What the link of an annotator ends with: `NAME.SECRET`. The same for the same key, so that links outlive the server. */
export function tokenOf(name: string, key: Uint8Array): string {
  // Browsers write other letters so in an address, and a header holds no others.
  return `${encodeURIComponent(name)}.${secretOf(name, key)}`;
}

/** The name in a token whose secret is right; `undefined` for any other text. Takes as long for a wrong secret as for the right one. */
export function nameOfToken(token: string, key: Uint8Array): string | undefined {
  const at = token.lastIndexOf('.');
  const name = decoded(token.slice(0, Math.max(at, 0)));
  const [given, right] = [Buffer.from(token.slice(at + 1)), Buffer.from(secretOf(name ?? '', key))];
  const isRight = given.length === right.length && timingSafeEqual(given, right);
  return isRight && name !== '' ? name : undefined;
}

/** A key made for this purpose alone: the same bytes say something else elsewhere. */
function secretOf(name: string, key: Uint8Array): string {
  return createHmac('sha256', key).update(`annotator\n${name}`).digest('base64url');
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

const characters = '0123456789abcdefghijklmnopqrstuvwxyz';

/** A random name of 16 digits and small letters: two devices never get the same. */
export function randomName(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => characters[byte % characters.length]).join('');
}

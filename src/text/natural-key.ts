/**
 * A text whose code unit order is the order in which people count: `c-9` before `c-10`. Each number has its length before it, without leading
 * zeros; so `7` and `07` have one key.
 */
export function naturalKey(text: string): string {
  return text.replace(/\d+/g, (digits) => {
    const number = digits.replace(/^0+(?=\d)/, '');
    return String(number.length).padStart(6, '0') + number;
  });
}

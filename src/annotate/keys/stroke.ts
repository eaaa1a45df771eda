/** What a keyboard event says, as far as keys are matched by it. */
export interface KeyPress {
  /** `event.key`. */
  readonly key: string;
  /** `event.code`: where the key is on the keyboard. */
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  /** Whether AltGr is held: it writes characters, and some systems report it as Ctrl and Alt. */
  readonly isAltGraph: boolean;
}

/** One key with what is held beside it. `Ctrl` also stands for the Command key of a Mac. */
export interface Stroke {
  readonly ctrl: boolean;
  readonly alt: boolean;
  /** Only of keys that write nothing, and of the space bar; of others the character says it. */
  readonly shift: boolean;
  readonly key: string;
}

/** The stroke as text: `Ctrl+Enter`, `J`, `Shift+ArrowDown`, a blank for the space bar. */
export function printStroke({ ctrl, alt, shift, key }: Stroke): string {
  return `${ctrl ? 'Ctrl+' : ''}${alt ? 'Alt+' : ''}${shift ? 'Shift+' : ''}${key}`;
}

const modifiers: ReadonlySet<string> = new Set([
  'Shift',
  'Control',
  'Alt',
  'AltGraph',
  'Meta',
  'CapsLock',
  'NumLock',
  'ScrollLock',
  'Fn',
  'FnLock',
  'Hyper',
  'Super',
  'Symbol',
  'OS',
  'Dead',
  'Process',
  'Unidentified',
]);

/** Whether the key writes a character, the space bar among them. */
export function isCharacter(key: string): boolean {
  return [...key].length === 1;
}

/**
 * The strokes that a press may mean, the likeliest first; none for Shift and its like.
 *
 * Letters count by what they write and by Shift, so that Caps Lock changes nothing. Digits count by their place too, for keyboards on
 * which they need Shift (AZERTY), and letters by theirs where the keyboard writes another script.
 */
export function strokesOf(press: KeyPress): readonly Stroke[] {
  const { key, code } = press;
  if (modifiers.has(key)) return [];
  const isWriting = isCharacter(key) && key !== ' ';
  // What AltGr or the Option key writes is reached by it, and is not a key with Alt beside it.
  const isAltWritten =
    press.isAltGraph || (press.altKey && !press.ctrlKey && !press.metaKey && !isAscii(key));
  const ctrl = !press.isAltGraph && (press.ctrlKey || press.metaKey);
  const alt = press.altKey && !(isWriting && isAltWritten);
  const stroke = (name: string): Stroke => ({
    ctrl,
    alt,
    shift: press.shiftKey && !(isCharacter(name) && name !== ' '),
    key: name,
  });
  if (!isWriting) return [stroke(key)];

  const strokes = [stroke(isLetter(key) ? inCase(key, press.shiftKey) : key)];
  const place = /^(?:Digit|Numpad)([0-9])$/.exec(code)?.[1];
  if (place !== undefined && !press.shiftKey && place !== key) strokes.push(stroke(place));
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter !== undefined && !isAscii(key)) strokes.push(stroke(inCase(letter, press.shiftKey)));
  return strokes;
}

function isAscii(key: string): boolean {
  return key < '\u0080';
}

function isLetter(key: string): boolean {
  return key.toLowerCase() !== key.toUpperCase();
}

function inCase(letter: string, isUpper: boolean): string {
  return isUpper ? letter.toUpperCase() : letter.toLowerCase();
}

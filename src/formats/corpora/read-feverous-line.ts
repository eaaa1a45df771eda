import type { EvidenceKind } from '../../corpus/evidence-kind.ts';
import type { PlainRecord } from '../../corpus/read-records.ts';
import { type ByteTools, portableByteTools } from '../../text/byte-tools.ts';
import { toNfc } from '../../text/normalise.ts';
import { readLinkedText } from './feverous-links.ts';
import { unescapeTitle } from './feverous-pages.ts';
import type { ReadLine } from './read-page-records.ts';

/**
 * The elements of a page of FEVEROUS whose title comes before its elements. Any white space, any order of keys; an unknown key, a key
 * that stands twice, a number that does not rise: all that needs a second look is left to the slow way.
 */
export const readFeverousLine: ReadLine = (bytes, start, end, tools) => {
  reader.open(bytes, start, end, tools);
  return reader.readPage();
};

const encoder = new TextEncoder();
const [quote, backslash, comma, colon, zero, nine] = [0x22, 0x5c, 0x2c, 0x3a, 0x30, 0x39];
const [openObject, closeObject, openList, closeList] = [0x7b, 0x7d, 0x5b, 0x5d];
const [underscore, blank, tab, carriageReturn] = [0x5f, 0x20, 0x09, 0x0d];

const elementKinds = encoded(['sentence_', 'section_', 'table_', 'list_']);
const [sentence, section, table, list] = [0, 1, 2, 3];
/** Kind and number of an element make one small integer, which costs half of what a large one costs. */
const numberBits = 27;
const maxNumber = (1 << numberBits) - 1;

const listTypes = ['unordered_list', 'ordered_list', 'description_list'] as const;
const listTypeWords = encoded(listTypes);
const [infoboxWord, trueWord, falseWord, headerWord, cellWord, itemWord] = encoded([
  'infobox',
  'true',
  'false',
  'header_',
  'cell_',
  'item_',
]) as [Uint8Array, Uint8Array, Uint8Array, Uint8Array, Uint8Array, Uint8Array];
/** The keys of the objects of a page, in the order in which their bits are counted. */
const keysOf = {
  page: encoded(['title', 'order']),
  section: encoded(['value', 'level']),
  table: encoded(['type', 'table', 'caption']),
  cell: encoded(['id', 'value', 'is_header', 'column_span', 'row_span']),
  list: encoded(['type', 'list']),
  item: encoded(['id', 'value', 'level', 'type']),
};

/** What a byte inside a string needs. */
const [plain, stop, escaped, bracket, high, composed, dash] = [0, 1, 2, 3, 4, 5, 6];
const byteKinds = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (byte < blank || byte === quote) return stop;
  if (byte === backslash) return escaped;
  if (byte === openList) return bracket;
  if (byte < 0x80) return plain;
  // From U+0300 on, characters may be composed of others.
  if (byte < 0xcc) return high;
  return byte === 0xe2 ? dash : composed;
});

/** Unwinds a page that the slow way must read. */
const notCertain = new Error('not certain');

class PageReader {
  #bytes: Uint8Array = new Uint8Array(0);
  #tools: ByteTools = portableByteTools;
  #start = 0;
  #end = 0;
  #at = 0;
  /** The line with a character for each byte, right where these are ASCII: parts of it cost less than decoding each. */
  #ascii = '';
  // The inside of the string that was scanned last, and whether it must be unescaped, composed, or looked through for links.
  #from = 0;
  #to = 0;
  #isEscaped = false;
  #isAscii = true;
  #isHigh = false;
  #hasBrackets = false;
  #title = '';
  #records: PlainRecord[] = [];
  /** Elements in the order of the file, and where the records of each begin. */
  readonly #codes: number[] = [];
  readonly #starts: number[] = [];
  readonly #order: number[] = [];
  readonly #last = [-1, -1, -1, -1];

  open(bytes: Uint8Array, start: number, end: number, tools: ByteTools): void {
    this.#bytes = bytes;
    this.#tools = tools;
    this.#start = start;
    this.#end = end;
    this.#at = start;
    this.#ascii = tools.decodeAscii(bytes, start, end);
    this.#title = '';
    this.#records = [];
    this.#codes.length = 0;
    this.#starts.length = 0;
    this.#order.length = 0;
    this.#last.fill(-1);
  }

  readPage(): readonly PlainRecord[] | undefined {
    try {
      this.#readPage();
    } catch (cause) {
      if (cause === notCertain) return undefined;
      throw cause;
    }
    return this.#inOrder();
  }

  #readPage(): void {
    let seen = 0;
    this.#expect(openObject);
    if (this.#next() === closeObject) throw notCertain;
    do {
      this.#scanKey();
      const code = this.#elementCode();
      const key = code < 0 ? this.#keyOf(keysOf.page) : -1;
      this.#expect(colon);
      if (code >= 0) {
        if (this.#title === '') throw notCertain;
        this.#readElement(code);
        continue;
      }
      if ((seen & (1 << key)) !== 0) throw notCertain;
      seen |= 1 << key;
      if (key === 0) {
        this.#scanString();
        this.#title = unescapeTitle(this.#plainText());
      } else this.#readOrder();
    } while (this.#goesOn(closeObject));
    if (this.#next() !== -1 || this.#title === '') throw notCertain;
  }

  #readOrder(): void {
    this.#expect(openList);
    if (this.#next() === closeList) {
      this.#at += 1;
      return;
    }
    do {
      this.#scanString();
      if (this.#isEscaped) throw notCertain;
      const code = this.#elementCode();
      if (code >= 0) this.#order.push(code);
    } while (this.#goesOn(closeList));
  }

  #readElement(code: number): void {
    const kind = code >> numberBits;
    const number = code & maxNumber;
    // Of a key that stands twice only the last value counts.
    if (number <= (this.#last[kind] as number)) throw notCertain;
    this.#last[kind] = number;
    this.#codes.push(code);
    this.#starts.push(this.#records.length);
    if (kind === sentence) {
      this.#scanString();
      this.#add('sentence', number, -1, -1, this.#text());
    } else if (kind === section) this.#readSection(number);
    else if (kind === table) this.#readTable(number);
    else if (kind === list) this.#readList(number);
  }

  #readSection(number: number): void {
    let text: string | undefined;
    const seen = this.#readObject(keysOf.section, (key) => {
      if (key === 0) {
        this.#scanString();
        text = this.#text();
      } else this.#scanLevel();
    });
    if (seen !== 0b11 || text === undefined) throw notCertain;
    this.#add('section', number, -1, -1, text);
  }

  #readTable(number: number): void {
    const records = this.#records;
    const start = records.length;
    let isInfobox = false;
    let caption: string | undefined;
    this.#add('table_general', number, -1, -1, '');
    const seen = this.#readObject(keysOf.table, (key) => {
      if (key === 1) this.#readRows(number);
      else {
        this.#scanString();
        if (key === 2) caption = this.#text();
        else if (this.#isEscaped) throw notCertain;
        else isInfobox = this.#is(infoboxWord);
      }
    });
    if ((seen & 0b11) !== 0b11) throw notCertain;
    if (isInfobox) records[start] = { ...(records[start] as PlainRecord), kind: 'table_infobox' };
    if (caption === undefined) return;
    const record: PlainRecord = {
      title: this.#title,
      kind: 'table_caption',
      number,
      row: -1,
      column: -1,
      text: caption,
    };
    records.splice(start, 0, record);
  }

  #readRows(number: number): void {
    this.#expect(openList);
    if (this.#next() === closeList) {
      this.#at += 1;
      return;
    }
    do {
      this.#expect(openList);
      if (this.#next() === closeList) {
        this.#at += 1;
        continue;
      }
      do this.#readCell(number);
      while (this.#goesOn(closeList));
    } while (this.#goesOn(closeList));
  }

  #readCell(number: number): void {
    let kind: EvidenceKind = 'cell';
    let row = -1;
    let column = -1;
    let text = '';
    let seen = 0;
    this.#expect(openObject);
    do {
      this.#scanKey();
      const key = this.#keyOf(keysOf.cell);
      if ((seen & (1 << key)) !== 0) throw notCertain;
      seen |= 1 << key;
      this.#expect(colon);
      if (key === 0) {
        this.#scanString();
        if (this.#isEscaped) throw notCertain;
        let at = this.#from;
        if (this.#isAt(headerWord, at)) {
          kind = 'header_cell';
          at += headerWord.length;
        }
        at = this.#skip(cellWord, at);
        at = this.#scanNumber(at);
        if (this.#number !== number) throw notCertain;
        at = this.#scanNumber(this.#skipUnderscore(at));
        row = this.#number;
        at = this.#scanNumber(this.#skipUnderscore(at));
        column = this.#number;
        if (at !== this.#to) throw notCertain;
      } else if (key === 1) {
        this.#scanString();
        text = this.#text();
      } else if (key === 2) this.#scanBoolean();
      else this.#scanSpan();
    } while (this.#goesOn(closeObject));
    if ((seen & 0b11) !== 0b11) throw notCertain;
    this.#add(kind, number, row, column, text);
  }

  #readList(number: number): void {
    const records = this.#records;
    const start = records.length;
    let type: EvidenceKind = 'unordered_list';
    this.#add(type, number, -1, -1, '');
    const seen = this.#readObject(keysOf.list, (key) => {
      if (key === 0) type = this.#scanListType();
      else this.#readItems(number);
    });
    if (seen !== 0b11) throw notCertain;
    if (type !== 'unordered_list') records[start] = { ...(records[start] as PlainRecord), kind: type };
  }

  #readItems(number: number): void {
    this.#expect(openList);
    if (this.#next() === closeList) {
      this.#at += 1;
      return;
    }
    do {
      let item = -1;
      let text = '';
      const seen = this.#readObject(keysOf.item, (key) => {
        if (key === 0) {
          this.#scanString();
          if (this.#isEscaped) throw notCertain;
          let at = this.#scanNumber(this.#skip(itemWord, this.#from));
          if (this.#number !== number) throw notCertain;
          at = this.#scanNumber(this.#skipUnderscore(at));
          item = this.#number;
          if (at !== this.#to) throw notCertain;
        } else if (key === 1) {
          this.#scanString();
          text = this.#text();
        } else if (key === 2) this.#scanLevel();
        else this.#scanListType();
      });
      if ((seen & 0b11) !== 0b11) throw notCertain;
      this.#add('item', number, item, -1, text);
    } while (this.#goesOn(closeList));
  }

  #scanListType(): EvidenceKind {
    this.#scanString();
    if (this.#isEscaped) throw notCertain;
    for (const [which, type] of listTypes.entries())
      if (this.#is(listTypeWords[which] as Uint8Array)) return type;
    throw notCertain;
  }

  /** Reads an object with these keys, each once at most; which of them it has, a bit each. */
  #readObject(keys: readonly Uint8Array[], read: (key: number) => void): number {
    let seen = 0;
    this.#expect(openObject);
    do {
      this.#scanKey();
      const key = this.#keyOf(keys);
      if ((seen & (1 << key)) !== 0) throw notCertain;
      seen |= 1 << key;
      this.#expect(colon);
      read(key);
    } while (this.#goesOn(closeObject));
    return seen;
  }

  #keyOf(keys: readonly Uint8Array[]): number {
    for (let key = 0; key < keys.length; key++) if (this.#is(keys[key] as Uint8Array)) return key;
    throw notCertain;
  }

  /** Kind and number of the element whose key was scanned last; -1 for a key that is none, such as `title`. */
  #elementCode(): number {
    for (let kind = 0; kind < elementKinds.length; kind++) {
      const prefix = elementKinds[kind] as Uint8Array;
      if (!this.#isAt(prefix, this.#from)) continue;
      const at = this.#scanNumber(this.#from + prefix.length);
      if (at !== this.#to) throw notCertain;
      if (this.#number > maxNumber) throw notCertain;
      return (kind << numberBits) | this.#number;
    }
    return -1;
  }

  #number = 0;

  /** Behind the digits at `at`, which must be as ids have them. */
  #scanNumber(at: number): number {
    const bytes = this.#bytes;
    let number = 0;
    let to = at;
    for (let code = bytes[to] as number; code >= zero && code <= nine; code = bytes[to] as number) {
      number = number * 10 + code - zero;
      to += 1;
    }
    const length = to - at;
    if (length === 0 || length > 9 || (length > 1 && (bytes[at] as number) === zero)) throw notCertain;
    this.#number = number;
    return to;
  }

  #skip(expected: Uint8Array, at: number): number {
    if (!this.#isAt(expected, at)) throw notCertain;
    return at + expected.length;
  }

  #skipUnderscore(at: number): number {
    if (this.#bytes[at] !== underscore) throw notCertain;
    return at + 1;
  }

  #scanLevel(): void {
    this.#next();
    this.#at = this.#scanNumber(this.#at);
  }

  #scanSpan(): void {
    if (this.#next() === quote) this.#scanString();
    else this.#at = this.#scanNumber(this.#at);
  }

  #scanBoolean(): void {
    this.#next();
    const word = this.#isAt(trueWord, this.#at) ? trueWord : falseWord;
    this.#at = this.#skip(word, this.#at);
  }

  #scanKey(): void {
    this.#scanString();
    if (this.#isEscaped) throw notCertain;
  }

  #scanString(): void {
    if (this.#next() !== quote) throw notCertain;
    const bytes = this.#bytes;
    const from = this.#at + 1;
    let at = from;
    let isEscaped = false;
    let isAscii = true;
    let isHigh = false;
    let hasBrackets = false;
    for (;;) {
      const kind = byteKinds[bytes[at] as number];
      if (kind === plain) at += 1;
      else if (kind >= high) {
        isAscii = false;
        if (kind === dash && bytes[at + 1] === 0x80 && isDash(bytes[at + 2])) at += 3;
        else {
          if (kind !== high) isHigh = true;
          at += 1;
        }
      } else if (kind === bracket) {
        if (bytes[at + 1] === openList) hasBrackets = true;
        at += 1;
      } else if (kind === escaped) {
        isEscaped = true;
        if ((bytes[at + 1] as number) < blank) throw notCertain;
        at += 2;
      } else break;
    }
    if (bytes[at] !== quote || at >= this.#end) throw notCertain;
    this.#from = from;
    this.#to = at;
    this.#at = at + 1;
    this.#isEscaped = isEscaped;
    this.#isAscii = isAscii;
    this.#isHigh = isHigh;
    this.#hasBrackets = hasBrackets;
  }

  /** The string that was scanned last. */
  #plainText(): string {
    const inside = this.#isAscii
      ? this.#ascii.slice(this.#from - this.#start, this.#to - this.#start)
      : this.#tools.decode(this.#bytes, this.#from, this.#to);
    if (!this.#isEscaped) return inside;
    try {
      return JSON.parse(`"${inside}"`) as string;
    } catch {
      throw notCertain;
    }
  }

  /** The string that was scanned last as the text of an element. */
  #text(): string {
    const text = this.#plainText();
    const isPlain = this.#isAscii && !this.#isEscaped;
    const nfc = this.#isHigh || this.#isEscaped ? toNfc(text) : text;
    const words = this.#hasBrackets || this.#isEscaped ? readLinkedText(nfc) : nfc;
    const bytes = this.#bytes;
    const isTrimmed =
      isPlain && (bytes[this.#from] as number) > blank && (bytes[this.#to - 1] as number) > blank;
    // What a link leaves may begin with a blank.
    return isTrimmed && !this.#hasBrackets ? words : words.trim();
  }

  /** Whether the string that was scanned last is another. */
  #is(expected: Uint8Array): boolean {
    return this.#to - this.#from === expected.length && this.#isAt(expected, this.#from);
  }

  #isAt(expected: Uint8Array, from: number): boolean {
    const bytes = this.#bytes;
    for (let which = 0; which < expected.length; which++) {
      if (bytes[from + which] !== expected[which]) return false;
    }
    return true;
  }

  /** The next character that is no white space; -1 at the end. */
  #next(): number {
    const bytes = this.#bytes;
    let at = this.#at;
    while (at < this.#end && (bytes[at] === blank || bytes[at] === tab || bytes[at] === carriageReturn))
      at += 1;
    this.#at = at;
    return at < this.#end ? (bytes[at] as number) : -1;
  }

  #expect(byte: number): void {
    if (this.#next() !== byte) throw notCertain;
    this.#at += 1;
  }

  /** Whether a comma follows, and not `close`. */
  #goesOn(close: number): boolean {
    const byte = this.#next();
    if (byte !== comma && byte !== close) throw notCertain;
    this.#at += 1;
    return byte === comma;
  }

  #add(kind: EvidenceKind, number: number, row: number, column: number, text: string): void {
    this.#records.push({ title: this.#title, kind, number, row, column, text });
  }

  /** The records with the elements in the order that the page names; elements it does not name stand behind. */
  #inOrder(): readonly PlainRecord[] {
    const [codes, order, starts, records] = [this.#codes, this.#order, this.#starts, this.#records];
    if (
      order.length === 0 ||
      (order.length === codes.length && order.every((code, which) => code === codes[which]))
    )
      return records;
    const placeOf = new Map(codes.map((code, which) => [code, which]));
    const sorted: PlainRecord[] = [];
    const take = (which: number): void => {
      const to = starts[which + 1] ?? records.length;
      for (let at = starts[which] ?? to; at < to; at++) sorted.push(records[at] as PlainRecord);
    };
    for (const code of order) {
      const which = placeOf.get(code);
      if (which !== undefined) take(which);
      placeOf.delete(code);
    }
    for (const which of placeOf.values()) take(which);
    return sorted;
  }
}

/** Used again from line to line, because making one costs as much as a short page. */
const reader = new PageReader();

/** The last byte of U+2010 to U+2027, dashes and quotation marks, which are common and composed of nothing. */
function isDash(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x90 && byte <= 0xa7;
}

function encoded(words: readonly string[]): readonly Uint8Array[] {
  return words.map((word) => encoder.encode(word));
}

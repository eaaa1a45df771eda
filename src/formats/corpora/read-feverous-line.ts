import type { EvidenceKind } from '../../corpus/evidence-kind.ts';
import type { PlainRecord } from '../../corpus/read-records.ts';
import { type ByteTools, portableByteTools } from '../../text/byte-tools.ts';
import { toNfc } from '../../text/normalise.ts';
import { trimmed } from '../../text/trimmed.ts';
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

const [quote, comma, colon, zero, nine] = [0x22, 0x2c, 0x3a, 0x30, 0x39];
const [openObject, closeObject, openList, closeList] = [0x7b, 0x7d, 0x5b, 0x5d];
const [underscore, blank, tab, carriageReturn, letterH] = [0x5f, 0x20, 0x09, 0x0d, 0x68];

const elementKinds = ['sentence_', 'section_', 'table_', 'list_'] as const;
const [sentence, section, table, list] = [0, 1, 2, 3];
/** Kind and number of an element make one small integer, which costs half of what a large one costs. */
const numberBits = 27;
const maxNumber = (1 << numberBits) - 1;

const listTypes: readonly EvidenceKind[] = ['unordered_list', 'ordered_list', 'description_list'];
/** The keys of the objects of a page, in the order in which their bits are counted. */
const keysOf = {
  page: ['title', 'order'],
  section: ['value', 'level'],
  table: ['type', 'table', 'caption'],
  cell: ['id', 'value', 'is_header', 'column_span', 'row_span'],
  list: ['type', 'list'],
  item: ['id', 'value', 'level', 'type'],
} as const;

/** What stands around the values of an element as the published files and `JSON.stringify` write it: keys in one order. */
interface PageStyle {
  /** From the beginning of a cell or an item to its id. */
  readonly open: string;
  /** From the end of the id to the value. */
  readonly between: string;
  /** From the beginning of a heading to its text. */
  readonly value: string;
  /** From the end of a text to the level. */
  readonly level: string;
  readonly ends: { readonly header: string; readonly cell: string };
}

/** As `JSON.stringify` and as Python write JSON. */
const styles = { compact: pageStyle(':', ','), spaced: pageStyle(': ', ', ') };

function pageStyle(colons: string, commas: string): PageStyle {
  const pair = (key: string, value: string): string => `"${key}"${colons}${value}`;
  const end = (isHeader: boolean): string =>
    ['', pair('is_header', String(isHeader)), pair('column_span', '"1"'), `${pair('row_span', '"1"')}}`].join(
      commas,
    );
  return {
    open: `{${pair('id', '"')}`,
    between: `"${commas}${pair('value', '"')}`,
    value: `{${pair('value', '"')}`,
    level: commas + pair('level', ''),
    ends: { header: end(true), cell: end(false) },
  };
}

const beyondAscii = /[^\0-\x7f]/;
/** To look at each character of a shorter text costs less than to ask the pattern. */
const shortChars = 32;

/** From U+0300 on, characters may be composed of others; not U+2010 to U+2027, dashes and quotation marks, which are common. */
const composable = /[\u0300-\u200f\u2028-\uffff]/;

/** Unwinds a page that the slow way must read. */
const notCertain = new Error('not certain');

class PageReader {
  /** The line with a character for each byte: parts of it cost a tenth of decoding each, and most are ASCII. */
  #source = '';
  #at = 0;
  #bytes: Uint8Array = new Uint8Array(0);
  #start = 0;
  #tools: ByteTools = portableByteTools;
  #style = styles.compact;
  #nextBackslash = -1;
  #nextBrackets = -1;
  // The inside of the string that was scanned last, and whether it must be unescaped, composed, or looked through for links.
  #from = 0;
  #to = 0;
  #isEscaped = false;
  #isAscii = true;
  #hasBrackets = false;
  #title = '';
  #records: PlainRecord[] = [];
  /** Elements in the order of the file, and where the records of each begin. */
  readonly #codes: number[] = [];
  readonly #starts: number[] = [];
  readonly #order: number[] = [];
  readonly #last = [-1, -1, -1, -1];

  open(bytes: Uint8Array, start: number, end: number, tools: ByteTools): void {
    const source = tools.decodeAscii(bytes, start, end);
    this.#bytes = bytes;
    this.#start = start;
    this.#tools = tools;
    this.#source = source;
    this.#at = 0;
    this.#style = source.startsWith('": ', source.indexOf('":')) ? styles.spaced : styles.compact;
    this.#nextBackslash = -1;
    this.#nextBrackets = -1;
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
      let code = this.#sentenceCode();
      if (code < 0) {
        this.#scanKey();
        code = this.#elementCode();
      }
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
      let code = this.#sentenceCode();
      if (code < 0) {
        this.#scanKey();
        code = this.#elementCode();
      }
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
    const { value, level } = this.#style;
    this.#next();
    if (this.#source.startsWith(value, this.#at)) {
      this.#at += value.length - 1;
      this.#scanString();
      this.#add('section', number, -1, -1, this.#text());
      this.#at = this.#scanNumber(this.#skip(level, this.#at));
      this.#expect(closeObject);
      return;
    }
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
        else isInfobox = this.#is('infobox');
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
    records.splice(start + 1, 0, record);
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
    this.#next();
    const { open, between, ends } = this.#style;
    const source = this.#source;
    let seen = 0;
    let text = '';
    // As the published files and JSON.stringify write it: keys in one order, blanks as elsewhere in the page, spans of 1.
    if (source.startsWith(open, this.#at)) {
      const at = this.#scanCellId(this.#at + open.length, number);
      if (!source.startsWith(between, at)) throw notCertain;
      // Where the value's opening quotation mark stands.
      this.#at = at + between.length - 1;
      this.#scanString();
      text = this.#text();
      const rest = this.#isHeader ? ends.header : ends.cell;
      if (source.slice(this.#at, this.#at + rest.length) === rest) {
        this.#at += rest.length;
        this.#addCell(number, text);
        return;
      }
      seen = 0b11;
      if (!this.#goesOn(closeObject)) throw notCertain;
    } else this.#expect(openObject);
    do {
      this.#scanKey();
      const key = this.#keyOf(keysOf.cell);
      if ((seen & (1 << key)) !== 0) throw notCertain;
      seen |= 1 << key;
      this.#expect(colon);
      if (key === 0) {
        this.#scanString();
        if (this.#isEscaped || this.#scanCellId(this.#from, number) !== this.#to) throw notCertain;
      } else if (key === 1) {
        this.#scanString();
        text = this.#text();
      } else if (key === 2) this.#scanBoolean();
      else this.#scanSpan();
    } while (this.#goesOn(closeObject));
    if ((seen & 0b11) !== 0b11) throw notCertain;
    this.#addCell(number, text);
  }

  // What the id of a cell says that was scanned last.
  #isHeader = false;
  #row = -1;
  #column = -1;

  /** Behind the id of a cell of a table that begins at `at`. */
  #scanCellId(at: number, table: number): number {
    this.#isHeader = this.#source.charCodeAt(at) === letterH;
    if (this.#isHeader) this.#skip('header_', at);
    let to = this.#skip('cell_', this.#isHeader ? at + 'header_'.length : at);
    to = this.#scanNumber(to);
    if (this.#number !== table) throw notCertain;
    to = this.#scanNumber(this.#skipUnderscore(to));
    this.#row = this.#number;
    to = this.#scanNumber(this.#skipUnderscore(to));
    this.#column = this.#number;
    return to;
  }

  #addCell(table: number, text: string): void {
    this.#add(this.#isHeader ? 'header_cell' : 'cell', table, this.#row, this.#column, text);
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
      const { open, between, level } = this.#style;
      this.#next();
      if (this.#source.startsWith(open, this.#at)) {
        const at = this.#scanItemId(this.#at + open.length, number);
        const id = this.#number;
        this.#at = this.#skip(between, at) - 1;
        this.#scanString();
        this.#add('item', number, id, -1, this.#text());
        this.#at = this.#scanNumber(this.#skip(level, this.#at));
        if (this.#source.charCodeAt(this.#at) !== closeObject) {
          this.#expect(comma);
          this.#scanKey();
          if (!this.#is('type')) throw notCertain;
          this.#expect(colon);
          this.#scanListType();
        }
        this.#expect(closeObject);
        continue;
      }
      let item = -1;
      let text = '';
      const seen = this.#readObject(keysOf.item, (key) => {
        if (key === 0) {
          this.#scanString();
          if (this.#isEscaped) throw notCertain;
          if (this.#scanItemId(this.#from, number) !== this.#to) throw notCertain;
          item = this.#number;
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

  /** Behind the id of an item of a list that begins at `at`. */
  #scanItemId(at: number, list: number): number {
    const to = this.#scanNumber(this.#skip('item_', at));
    if (this.#number !== list) throw notCertain;
    return this.#scanNumber(this.#skipUnderscore(to));
  }

  #scanListType(): EvidenceKind {
    this.#scanString();
    if (this.#isEscaped) throw notCertain;
    for (const type of listTypes) if (this.#is(type)) return type;
    throw notCertain;
  }

  /** Reads an object with these keys, each once at most; which of them it has, a bit each. */
  #readObject(keys: readonly string[], read: (key: number) => void): number {
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

  #keyOf(keys: readonly string[]): number {
    for (let key = 0; key < keys.length; key++) if (this.#is(keys[key] as string)) return key;
    throw notCertain;
  }

  /** Kind and number of a sentence whose key follows, which is skipped; -1 where another string follows. */
  #sentenceCode(): number {
    this.#next();
    if (!this.#source.startsWith('"sentence_', this.#at)) return -1;
    const to = this.#scanNumber(this.#at + '"sentence_'.length);
    if (this.#source.charCodeAt(to) !== quote || this.#number > maxNumber) throw notCertain;
    this.#at = to + 1;
    return this.#number;
  }

  /** Kind and number of the element whose key was scanned last; -1 for a key that is none, such as `title`. */
  #elementCode(): number {
    for (let kind = 0; kind < elementKinds.length; kind++) {
      const prefix = elementKinds[kind] as string;
      if (!this.#source.startsWith(prefix, this.#from)) continue;
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
    const source = this.#source;
    let number = 0;
    let to = at;
    for (let code = source.charCodeAt(to); code >= zero && code <= nine; code = source.charCodeAt(to)) {
      number = number * 10 + code - zero;
      to += 1;
    }
    const length = to - at;
    if (length === 0 || length > 9 || (length > 1 && source.charCodeAt(at) === zero)) throw notCertain;
    this.#number = number;
    return to;
  }

  #skip(expected: string, at: number): number {
    if (!this.#source.startsWith(expected, at)) throw notCertain;
    return at + expected.length;
  }

  #skipUnderscore(at: number): number {
    if (this.#source.charCodeAt(at) !== underscore) throw notCertain;
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
    const word = this.#source.startsWith('true', this.#at) ? 'true' : 'false';
    this.#at = this.#skip(word, this.#at);
  }

  #scanKey(): void {
    this.#scanString();
    if (this.#isEscaped) throw notCertain;
  }

  #scanString(): void {
    if (this.#next() !== quote) throw notCertain;
    const source = this.#source;
    const from = this.#at + 1;
    let to = source.indexOf('"', from);
    // Looked for once for many strings: most hold none of either.
    if (this.#nextBackslash < from) this.#nextBackslash = placeOf('\\', source, from);
    if (this.#nextBrackets < from) this.#nextBrackets = placeOf('[[', source, from);
    const isEscaped = this.#nextBackslash < to;
    while (this.#nextBackslash < to) {
      const behind = this.#nextBackslash + 2;
      if (to < behind) to = source.indexOf('"', behind);
      this.#nextBackslash = placeOf('\\', source, behind);
    }
    if (to < 0) throw notCertain;
    this.#from = from;
    this.#to = to;
    this.#at = to + 1;
    this.#isEscaped = isEscaped;
    this.#hasBrackets = this.#nextBrackets < to;
  }

  /** The string that was scanned last. */
  #plainText(): string {
    const [from, to] = [this.#from, this.#to];
    const spelt = this.#source.slice(from, to);
    this.#isAscii = isAscii(spelt);
    const inside = this.#isAscii
      ? spelt
      : this.#tools.decode(this.#bytes, this.#start + from, this.#start + to);
    return this.#isEscaped ? unescaped(inside) : inside;
  }

  /** The string that was scanned last as the text of an element. */
  #text(): string {
    const text = this.#plainText();
    const isPlain = this.#isAscii && !this.#isEscaped;
    const nfc = isPlain || !composable.test(text) ? text : toNfc(text);
    if (!this.#hasBrackets && !this.#isEscaped) return trimmed(nfc);
    // Asked of the value: the text of links is only put together when something reads it.
    const words = readLinkedText(nfc);
    return isInked(text.charCodeAt(0)) && isInked(text.charCodeAt(text.length - 1)) ? words : words.trim();
  }

  /** Whether the string that was scanned last is another. */
  #is(expected: string): boolean {
    return this.#to - this.#from === expected.length && this.#source.startsWith(expected, this.#from);
  }

  /** The next character that is no white space; -1 at the end. */
  #next(): number {
    const source = this.#source;
    let at = this.#at;
    let code = source.charCodeAt(at);
    while (code === blank || code === tab || code === carriageReturn) code = source.charCodeAt(++at);
    this.#at = at;
    return at < source.length ? code : -1;
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

function isAscii(text: string): boolean {
  if (text.length > shortChars) return !beyondAscii.test(text);
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) >= 0x80) return false;
  return true;
}

const letters = new Map(
  Object.entries({ '"': '"', '\\': '\\', '/': '/', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' }),
);

/** The text of the inside of a JSON string; a third of the time that parsing takes. */
function unescaped(inside: string): string {
  let text = '';
  let from = 0;
  for (let at = inside.indexOf('\\'); at >= 0; at = inside.indexOf('\\', from)) {
    text += inside.slice(from, at);
    const letter = inside[at + 1] ?? '';
    from = at + 2;
    const character = letters.get(letter);
    if (character !== undefined) {
      text += character;
      continue;
    }
    const digits = inside.slice(from, from + 4);
    if (letter !== 'u' || !/^[\da-f]{4}$/i.test(digits)) throw notCertain;
    text += String.fromCharCode(Number.parseInt(digits, 16));
    from += 4;
  }
  return text + inside.slice(from);
}

/** Whether a character is of ASCII, and neither white space nor part of a link. */
function isInked(code: number): boolean {
  return code > blank && code < 0x80 && code !== openList && code !== closeList;
}

/** Where a text stands from a place on; behind everything where it does not. */
function placeOf(searched: string, text: string, from: number): number {
  const at = text.indexOf(searched, from);
  return at < 0 ? text.length + 1 : at;
}

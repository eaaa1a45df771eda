import type { Place } from '../diagnostic/diagnostic.ts';
import type { RecordPlace } from '../diagnostic/place-in-line.ts';
import { placeInLine } from '../diagnostic/place-in-line.ts';
import { formatPointer } from '../text/json-pointer.ts';
import type { JsonPath } from '../text/json-text.ts';
import { locateInLine } from '../text/locate-in-line.ts';
import type { TextLine } from '../text/source-line.ts';
import { recordId } from './join/record-id.ts';
import type { JsonObject } from './scorer.ts';

/** A record that is scored: its JSON, and where it stands. */
export interface ScoreRecord {
  readonly json: JsonObject;
  readonly place: (path: JsonPath) => Place;
}

/** The record of a line; its places are looked for when they are asked for. */
export class LineRecord implements ScoreRecord {
  readonly json: JsonObject;
  readonly #line: TextLine;

  constructor(json: JsonObject, line: TextLine) {
    this.json = json;
    this.#line = line;
  }

  place(path: JsonPath): Place {
    const id = recordId(this.json);
    const record: RecordPlace = {
      ...(id !== undefined && { claimId: id }),
      ...(path.length > 0 && { pointer: formatPointer(path) }),
    };
    return placeInLine(this.#line, locateInLine(this.#line, path), record);
  }
}

import { aggrefact } from './datasets/aggrefact.ts';
import { averitec } from './datasets/averitec.ts';
import { blind } from './datasets/blind.ts';
import { climateFever } from './datasets/climate-fever.ts';
import { danish } from './datasets/danish.ts';
import { fever } from './datasets/fever.ts';
import { feverSymmetric } from './datasets/fever-symmetric.ts';
import { feverous } from './datasets/feverous.ts';
import { fm2 } from './datasets/fm2.ts';
import { healthver } from './datasets/healthver.ts';
import { hover } from './datasets/hover.ts';
import { jsonl } from './datasets/jsonl.ts';
import { kilt } from './datasets/kilt.ts';
import { pubhealth } from './datasets/pubhealth.ts';
import { scifact } from './datasets/scifact.ts';
import { vitaminc } from './datasets/vitaminc.ts';
import { findById } from './find-by-id.ts';
import { type Format, isReadable, isWritable } from './format.ts';
import { chat } from './models/chat.ts';
import { nli } from './models/nli.ts';
import { qrels } from './models/qrels.ts';
import { csv } from './tables/csv.ts';
import { tsv } from './tables/tsv.ts';
import { argilla } from './tools/argilla.ts';
import { doccano } from './tools/doccano.ts';
import { labelStudio } from './tools/label-studio.ts';

/** All formats of claim files, sorted by id. */
export const formats: readonly Format[] = [
  aggrefact,
  argilla,
  averitec,
  blind,
  chat,
  climateFever,
  csv,
  danish,
  doccano,
  fever,
  feverSymmetric,
  feverous,
  fm2,
  healthver,
  hover,
  jsonl,
  kilt,
  labelStudio,
  nli,
  pubhealth,
  qrels,
  scifact,
  tsv,
  vitaminc,
];

/** Those that can be read, and those that can be written. */
export const readableFormats = formats.filter(isReadable);
export const writableFormats = formats.filter(isWritable);

/** The format of an id. @throws UsageError where there is none, with the nearest ids. */
export function findFormat(id: string): Format {
  return findById(id, formats);
}

/** The format of an id among those that claims are written in. @throws UsageError where there is none. */
export function findWritableFormat(id: string) {
  return findById(id, writableFormats);
}

/** The format of an id among those that claims are read from. @throws UsageError where there is none. */
export function findReadableFormat(id: string) {
  return findById(id, readableFormats);
}

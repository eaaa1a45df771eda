import { isObject } from '../text/is-object.ts';
/** Whether JSON is the first line of a FEVEROUS file, which names the keys and has an empty string for each value. */
export function isSchemaLine(json: unknown): boolean {
  if (!isObject(json)) return false;
  const has = (key: string) => Object.hasOwn(json, key);
  return has('id') && has('claim') && Object.values(json).every((value) => isEmpty(value));
}

/** Some copies write the values that are lists with the empty strings inside. */
function isEmpty(value: unknown): boolean {
  if (value === '') return true;
  if (typeof value !== 'object' || value === null) return false;
  const inner = Object.values(value);
  return inner.length > 0 && inner.length <= 10 && inner.every(isEmpty);
}

import { isObject } from '../../text/is-object.ts';

/** Whether JSON is an object of objects, as HoVer has its predictions: each under the id of its claim. */
export function isKeyed(json: unknown): boolean {
  if (!isObject(json)) return false;
  const values = Object.values(json);
  return values.length > 0 && values.every(isObject) && !Object.hasOwn(json, 'evidence');
}

import { isObject } from '../../text/is-object.ts';
import { OfficialFailure } from '../official-failure.ts';

/** What Python calls the type of a JSON value. */
export function pythonTypeOf(value: unknown): string {
  if (value === null || value === undefined) return 'NoneType';
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'number') return Number.isInteger(value) ? 'int' : 'float';
  return typeof value === 'string' ? 'str' : 'dict';
}

/** Python's `value[key]` for a text as key. @throws OfficialFailure */
export function pythonMember(value: unknown, key: string): unknown {
  if (isObject(value)) {
    if (Object.hasOwn(value, key)) return value[key];
    throw new OfficialFailure('KeyError', `'${key}'`);
  }
  if (Array.isArray(value)) throw typeError('list indices must be integers or slices, not str');
  if (typeof value === 'string') throw typeError("string indices must be integers, not 'str'");
  throw notSubscriptable(value);
}

/** Python's `value[at]`, `at` from 0. @throws OfficialFailure */
export function pythonElement(value: unknown, at: number): unknown {
  if (Array.isArray(value) || typeof value === 'string') {
    const elements: readonly unknown[] = typeof value === 'string' ? [...value] : value;
    if (at < elements.length) return elements[at];
    throw new OfficialFailure(
      'IndexError',
      `${typeof value === 'string' ? 'string' : 'list'} index out of range`,
    );
  }
  if (isObject(value)) throw new OfficialFailure('KeyError', String(at));
  throw notSubscriptable(value);
}

/** What a loop over the value runs through. @throws OfficialFailure */
export function pythonElements(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (typeof value === 'string') return [...value];
  if (isObject(value)) return Object.keys(value);
  throw typeError(`'${pythonTypeOf(value)}' object is not iterable`);
}

/** Python's `value.upper()`. @throws OfficialFailure */
export function pythonUpper(value: unknown): string {
  if (typeof value === 'string') return value.toUpperCase();
  throw new OfficialFailure('AttributeError', `'${pythonTypeOf(value)}' object has no attribute 'upper'`);
}

/** Fails where Python's `[…] in value` does, which asks for a list. @throws OfficialFailure */
export function checkPythonListIn(value: unknown): void {
  if (typeof value === 'string') throw typeError("'in <string>' requires string as left operand, not list");
  if (isObject(value)) throw typeError("unhashable type: 'list'");
  pythonElements(value);
}

/** Python's `value.items()`. @throws OfficialFailure */
export function pythonItems(value: unknown): readonly (readonly [string, unknown])[] {
  if (isObject(value)) return Object.entries(value);
  throw new OfficialFailure('AttributeError', `'${pythonTypeOf(value)}' object has no attribute 'items'`);
}

/** Python's `len(value)`. @throws OfficialFailure */
export function pythonLength(value: unknown): number {
  if (Array.isArray(value) || typeof value === 'string' || isObject(value))
    return pythonElements(value).length;
  throw typeError(`object of type '${pythonTypeOf(value)}' has no len()`);
}

/** Fails where Python's `set(value)` does. @throws OfficialFailure */
export function checkPythonSet(value: unknown): void {
  for (const element of pythonElements(value)) {
    if (typeof element === 'object' && element !== null)
      throw typeError(`unhashable type: '${pythonTypeOf(element)}'`);
  }
}

/** Fails where Python's `value[:count]` does. @throws OfficialFailure */
export function checkPythonSlice(value: unknown): void {
  if (isObject(value)) throw typeError("unhashable type: 'slice'");
  if (!Array.isArray(value) && typeof value !== 'string') throw notSubscriptable(value);
}

function notSubscriptable(value: unknown): OfficialFailure {
  return typeError(`'${pythonTypeOf(value)}' object is not subscriptable`);
}

function typeError(message: string): OfficialFailure {
  return new OfficialFailure('TypeError', message);
}

import type { z } from 'zod';
import type { JsonPath } from '../text/json-text.ts';

const types: Readonly<Record<string, string>> = {
  array: 'a list',
  boolean: 'true or false',
  int: 'an integer',
  never: 'no such key',
  null: 'null',
  number: 'a number',
  object: 'an object',
  record: 'an object',
  string: 'a string',
};

/** What the schema wanted where it found a fault, such as `a string that is not empty`. */
export function expectedOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return types[issue.expected] ?? issue.expected;
    case 'invalid_value':
      return oneOf(issue.values.map((value) => JSON.stringify(value)));
    case 'too_small':
      if (issue.origin === 'string') return 'a string that is not empty';
      if (issue.origin === 'array') return 'a list that is not empty';
      return `a number ${issue.inclusive === false ? 'above' : 'of at least'} ${issue.minimum}`;
    case 'too_big':
      return `a number of at most ${issue.maximum}`;
    case 'invalid_format':
      if (issue.format === 'datetime')
        return 'a date and time with a time zone, such as 2025-01-31T12:00:00Z';
      return issue.path[0] === 'fingerprints'
        ? 'a fingerprint of 16 hexadecimal digits, such as 0123456789abcdef'
        : 'a word of letters, digits and underscores';
    case 'invalid_union':
      if ('options' in issue && Array.isArray(issue.options))
        return oneOf(issue.options.map((value) => JSON.stringify(value)));
      // Unions have words of their own, but for that of the ids.
      return issue.message === 'Invalid input'
        ? 'a string that is not empty, or an integer within ±(2^53 - 1)'
        : issue.message;
    default:
      return issue.message;
  }
}

/** A path as a program would write it: `evidence[0][1]`. */
export function pathWords(path: JsonPath): string {
  return path
    .map((step, which) => (typeof step === 'number' ? `[${step}]` : which === 0 ? step : `.${step}`))
    .join('');
}

/** `a`, `a or b`, `a, b or c`, each once. */
export function oneOf(words: readonly string[]): string {
  const distinct = [...new Set(words)];
  const last = distinct.pop() ?? '';
  return distinct.length === 0 ? last : `${distinct.join(', ')} or ${last}`;
}

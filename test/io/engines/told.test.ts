import { expect, test } from 'vitest';
import { ToolError } from '../../../src/errors.ts';
import { told } from '../../../src/io/engines/postgres/told.ts';

const shown = 'postgres://host/claims';
const failing = (error: unknown): Promise<unknown> => told(shown, () => Promise.reject(error));

test.each([
  ['of the server', Object.assign(new Error('no such column'), { code: '42703' }), 'ENGINE_FAILED'],
  ['of its user', Object.assign(new Error('no right'), { code: '28P01' }), 'ENGINE_REFUSED'],
  ['of the network', Object.assign(new Error(''), { code: 'ECONNREFUSED' }), 'ENGINE_UNREACHABLE'],
  ['of the driver', new Error('Connection terminated unexpectedly'), 'ENGINE_UNREACHABLE'],
  ['of JSON that is none', new SyntaxError('Unexpected token'), 'ENGINE_FAILED'],
  ['without a word', new Error(), 'ENGINE_FAILED'],
])('an error %s is told', async (_, error, code) => {
  const thrown = await failing(error).catch((caught: unknown) => caught);
  expect(thrown).toBeInstanceOf(ToolError);
  expect(thrown).toMatchObject({ code, message: expect.stringContaining(shown) });
});

test.each([
  ['a value of another type', new TypeError('cannot read properties of undefined')],
  ['a length that is none', new RangeError('Invalid array length')],
  ['what was told already', new ToolError('ENGINE_EMPTY', 'There is no index.')],
  ['what is no error', 'thrown'],
])('%s stays what it is', async (_, error) => {
  await expect(failing(error)).rejects.toBe(error);
});

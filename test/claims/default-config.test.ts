import { expect, test } from 'vitest';
import { configSchema } from '../../src/claims/config.ts';
import { defaultConfig } from '../../src/claims/default-config.ts';

test('the default settings are those that the schema fills in', () => {
  expect(defaultConfig).toEqual(configSchema.parse({}));
});

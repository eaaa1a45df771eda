import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findProfile, profiles } from '../../src/validate/profiles/index.ts';
import type { Profile } from '../../src/validate/profiles/profile.ts';
import { rules } from '../../src/validate/rules/index.ts';
import { checkSettings, resolveRule } from '../../src/validate/settings.ts';

const folder = resolve(import.meta.dirname, '../../src/validate/profiles');
const severityIn = (profile: string, id: string) => {
  const rule = rules.find((other) => other.id === id);
  return rule && resolveRule(rule, { profiles: [profile] }).severity;
};

test('there is a profile for each file of the folder, sorted', () => {
  const names = readdirSync(folder).map((name) => name.replace(/\.ts$/, ''));
  expect(profiles.map(({ id }) => id)).toEqual(
    names.filter((name) => name !== 'index' && name !== 'profile').sort(),
  );
});

describe.each(profiles.map((profile): [string, Profile] => [profile.id, profile]))('%s', (id, profile) => {
  test('names rules and options that exist, each once and sorted', () => {
    expect([...checkSettings({ profiles: [id], rules: profile.rules }, rules)]).toEqual([]);
    expect(Object.keys(profile.rules)).toEqual(Object.keys(profile.rules).sort());
    expect(findProfile(id)).toBe(profile);
    expect(profile.title).toMatch(/^[A-Z].*\.$/);
  });

  test('says nothing that is so without it', () => {
    const idle = rules.filter((rule) => {
      const [without, within] = [resolveRule(rule, {}), resolveRule(rule, { profiles: [id] })];
      return Object.hasOwn(profile.rules, rule.id) && JSON.stringify(without) === JSON.stringify(within);
    });
    expect(idle.map((rule) => rule.id)).toEqual([]);
  });
});

test('every rule that is off is on in some profile', () => {
  const off = rules.filter(({ optIn }) => optIn === true).map(({ id }) => id);
  expect(off.length).toBeGreaterThan(0);
  expect(off.filter((id) => profiles.every((profile) => severityIn(profile.id, id) === 'off'))).toEqual([]);
});

test('the recommended profile leaves every rule as it is', () => {
  expect(findProfile('recommended')?.rules).toEqual({});
});

test('in the strict profile every warning of the guideline is an error, and nothing else of it is lighter', () => {
  const guideline = rules.filter(({ level, optIn }) => level === 4 && optIn !== true);
  expect(guideline.map(({ id }) => [id, severityIn('strict', id)])).toEqual(
    guideline.map(({ id, severity }) => [id, severity === 'warning' ? 'error' : severity]),
  );
});

test('whether NOT ENOUGH INFO claims have evidence is asked one way or the other', () => {
  const asked = profiles.map(({ id }) => [
    id,
    severityIn(id, 'label/needless-evidence'),
    severityIn(id, 'label/nei-without-evidence'),
  ]);
  expect(asked).toEqual([
    ['fever', 'warning', 'off'],
    ['feverous', 'off', 'error'],
    ['recommended', 'off', 'off'],
    ['strict', 'off', 'off'],
  ]);
});

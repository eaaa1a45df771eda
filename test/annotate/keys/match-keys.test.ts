import { describe, expect, test } from 'vitest';
import { bindingsOf } from '../../../src/annotate/keys/bindings.ts';
import { conflictsOf } from '../../../src/annotate/keys/conflicts.ts';
import { keyTableOf, matchKeys, type PendingKeys } from '../../../src/annotate/keys/match-keys.ts';
import { parseKeys } from '../../../src/annotate/keys/parse-keys.ts';
import { actionIds, actions } from '../../../src/web/keyboard/actions.ts';

const small = {
  down: { keys: ['j', 'ArrowDown'] },
  supports: { keys: ['1'] },
  submit: { keys: ['Ctrl+Enter', '. .'] },
  set: { keys: ['e'], takesDigit: true },
  top: { keys: ['g g'] },
  end: { keys: ['g e'] },
} as const;
type Action = keyof typeof small;

/** What presses one after another do, as words. A press that may mean several things stands in brackets. */
function play(presses: readonly (string | readonly string[])[], hasSingleKeys = true): string[] {
  const table = keyTableOf<Action>(bindingsOf<Action>(small, {}), ['set'], hasSingleKeys);
  let pending: PendingKeys<Action> | undefined;
  return presses.map((press) => {
    const strokes = [press].flat().flatMap((text) => parseKeys(text) ?? []);
    const { actions, digit, pending: next, wasAwaited } = matchKeys(table, pending, strokes);
    pending = next;
    const did = `${actions.join(' ')}${digit === undefined ? '' : ` ${digit}`}`;
    return did || (next !== undefined ? 'waits' : wasAwaited ? 'stops' : 'nothing');
  });
}

describe('keys one after another', () => {
  test.each<[string, (string | string[])[], string[]]>([
    ['one key', ['j'], ['down']],
    ['another key of the same action', ['ArrowDown'], ['down']],
    ['a key that means nothing', ['q'], ['nothing']],
    ['two keys', ['.', '.'], ['waits', 'submit']],
    ['two keys, then anew', ['.', '.', '.'], ['waits', 'submit', 'waits']],
    ['a beginning, then something else', ['.', 'j'], ['waits', 'down']],
    ['a beginning, then nothing that is known', ['.', 'q', '.'], ['waits', 'nothing', 'waits']],
    ['a beginning, then Escape', ['.', 'Escape', '.'], ['waits', 'stops', 'waits']],
    ['a beginning of two', ['g', 'e'], ['waits', 'end']],
    ['a digit', ['e', '2'], ['waits', 'set 2']],
    ['the same key instead of the digit', ['e', 'e'], ['waits', 'set']],
    ['another key instead of the digit', ['e', 'j'], ['waits', 'down']],
    ['no set 0', ['e', '0'], ['waits', 'nothing']],
    ['Escape instead of the digit', ['e', 'Escape', '1'], ['waits', 'stops', 'supports']],
    ['the place of a digit', [['&', '1']], ['supports']],
    ['the place of a digit after a key', ['e', ['é', '2']], ['waits', 'set 2']],
  ])('%s', (_name, presses, expected) => {
    expect(play(presses)).toEqual(expected);
  });

  test('keys that write characters can be switched off', () => {
    expect(play(['j', '1', '.', '.', 'e', 'ArrowDown', 'Ctrl+Enter'], false)).toEqual([
      'nothing',
      'nothing',
      'nothing',
      'nothing',
      'nothing',
      'down',
      'submit',
    ]);
  });
});

describe('conflicts', () => {
  const bindings = bindingsOf<Action>(small, {});
  test.each<[Action, string, string[]]>([
    ['down', 'q', []],
    ['down', 'j', []],
    ['down', '1', ['supports same']],
    ['down', '.', ['submit beginning']],
    ['down', '. . .', ['submit beginning']],
    ['down', 'g', ['top beginning', 'end beginning']],
    ['down', 'Meta+Enter', ['submit same']],
    ['submit', 'g e', ['end same']],
  ])('%s on %j', (action, keys, expected) => {
    expect(conflictsOf(bindings, action, keys).map(({ action: other, kind }) => `${other} ${kind}`)).toEqual(
      expected,
    );
  });

  test('the usual keys of the page have none', () => {
    const usual = bindingsOf(actions, {});
    const found = actionIds.flatMap((action) =>
      usual[action].flatMap((keys) =>
        conflictsOf(usual, action, keys).map(({ action: other }) => `${action}: ${keys} is ${other}`),
      ),
    );
    expect(found).toEqual([]);
  });

  test('what somebody chose stands for the usual keys, also none', () => {
    const chosen = bindingsOf<Action>(small, { down: ['n'], top: [] });
    expect([chosen.down, chosen.top, chosen.end]).toEqual([['n'], [], ['g e']]);
  });
});

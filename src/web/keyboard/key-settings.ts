import { computed, signal } from '@preact/signals';
import { z } from 'zod';
import { bindingsOf } from '../../annotate/keys/bindings.ts';
import { keyTableOf } from '../../annotate/keys/match-keys.ts';
import { parseKeys } from '../../annotate/keys/parse-keys.ts';
import { keepSetting, settingKept } from '../store/settings.ts';
import { type ActionId, actionIds, actions } from './actions.ts';

const settingsSchema = z.object({
  /** Keys somebody chose. */
  keys: z.partialRecord(
    z.enum(actionIds),
    z.array(z.string().refine((keys) => parseKeys(keys) !== undefined)).max(4),
  ),
  /** Whether keys that write characters do anything. */
  hasSingleKeys: z.boolean(),
});

type KeySettings = z.infer<typeof settingsSchema>;

const usual: KeySettings = { keys: {}, hasSingleKeys: true };

/** What this browser's owner chose of the keys. */
export const keySettings = signal<KeySettings>(settingKept('keys', settingsSchema) ?? usual);

addEventListener('storage', () => {
  keySettings.value = settingKept('keys', settingsSchema) ?? usual;
});

/** The keys of each action. */
export const bindings = computed(() => bindingsOf(actions, keySettings.value.keys));

/** What presses are matched with. */
export const keyTable = computed(() =>
  keyTableOf(
    bindings.value,
    actionIds.filter((action) => actions[action].takesDigit === true),
    keySettings.value.hasSingleKeys,
  ),
);

/** Gives an action other keys; `undefined` for the usual ones. */
export function chooseKeys(action: ActionId, keys: readonly string[] | undefined): void {
  const { [action]: _before, ...others } = keySettings.value.keys;
  change({ ...keySettings.value, keys: keys === undefined ? others : { ...others, [action]: [...keys] } });
}

/** Gives all actions their usual keys. */
export function resetKeys(): void {
  change({ ...keySettings.value, keys: {} });
}

/** Switches keys that write characters on or off (WCAG 2.1.4). */
export function switchSingleKeys(isOn: boolean): void {
  change({ ...keySettings.value, hasSingleKeys: isOn });
}

function change(settings: KeySettings): void {
  keySettings.value = settings;
  keepSetting('keys', settings);
}

import { effect, signal } from '@preact/signals';
import { z } from 'zod';
import { keepSetting, settingKept } from '../store/settings.ts';

/** Colours that can be chosen. */
export const themes = ['system', 'light', 'dark'] as const;
/** Sizes of the text that can be chosen. */
export const textSizes = ['normal', 'large', 'larger'] as const;

const appearanceSchema = z.object({ theme: z.enum(themes), size: z.enum(textSizes) });

export type Appearance = z.infer<typeof appearanceSchema>;

const usual: Appearance = { theme: 'system', size: 'normal' };

/** How the page looks in this browser. */
export const appearance = signal<Appearance>(settingKept('appearance', appearanceSchema) ?? usual);

/** Changes how the page looks, in all tabs of this browser. */
export function changeAppearance(change: Partial<Appearance>): void {
  appearance.value = { ...appearance.value, ...change };
  keepSetting('appearance', appearance.value);
}

/** Makes the page look as was chosen, from now on. Called once, before anything is drawn. */
export function startAppearance(): void {
  const { dataset } = document.documentElement;
  effect(() => {
    const { theme, size } = appearance.value;
    if (theme === 'system') delete dataset.theme;
    else dataset.theme = theme;
    if (size === 'normal') delete dataset.textSize;
    else dataset.textSize = size;
  });
  addEventListener('storage', () => {
    appearance.value = settingKept('appearance', appearanceSchema) ?? usual;
  });
}

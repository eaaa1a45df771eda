import { signal } from '@preact/signals';
import { browserKeep } from './browser-keep.ts';
import type { Keep } from './keep.ts';
import { memoryKeep } from './memory-keep.ts';
import { whenSession } from './session.ts';

/** Whether what is not saved survives the closing of the page. */
export const keeping = signal<'browser' | 'page'>('browser');

/** A database that does not open in this time will not: some browsers wait without end. */
const maxMilliseconds = 10_000;

/** Where events go that the browser's database does not take. */
export const spare: Keep = memoryKeep();

let main: Promise<Keep> | undefined;
/** How often the browser took the database away. */
export const losses = signal(0);

/** Where events and drafts of this annotator and dataset are kept; opened once, and anew when the browser took it away. */
export function mainKeep(): Promise<Keep> {
  main ??= open();
  return main;
}

/** The name under which this browser keeps the work of somebody on a dataset. */
export async function keepName(): Promise<string> {
  const { annotator, dataset } = await whenSession();
  return `claimset ${dataset.key} ${annotator}`;
}

async function open(): Promise<Keep> {
  const name = await keepName();
  try {
    const late = new Promise<never>((_resolve, reject) => {
      setTimeout(() => reject(new Error('The database does not open.')), maxMilliseconds);
    });
    const opened = await Promise.race([browserKeep(name, forget), late]);
    keeping.value = 'browser';
    return opened;
  } catch {
    keeping.value = 'page';
    return spare;
  }
}

function forget(): void {
  main = undefined;
  losses.value += 1;
}

import type { Feedback } from '../../annotate/api/events.ts';
import { keepName } from './keeps.ts';
import { randomName } from './random-name.ts';

/** What the tabs of one annotator tell each other. */
export type TabMessage =
  /** What is kept has changed. `savedAt` is there when the server confirmed something. */
  | { readonly type: 'kept'; readonly savedAt?: string; readonly feedback?: readonly Feedback[] }
  /** A tab works on the claim of this key: it opened it, changed it, or answers one that did. */
  | { readonly type: 'draft'; readonly what: 'opened' | 'changed' | 'here' | 'left'; readonly key: string };

/** The name of this tab. */
const tab = randomName();
const listeners = new Set<(message: TabMessage, from: string) => void>();
let channel: Promise<BroadcastChannel | undefined> | undefined;

function opened(): Promise<BroadcastChannel | undefined> {
  channel ??= keepName().then((name) => {
    if (!('BroadcastChannel' in globalThis)) return undefined;
    const found = new BroadcastChannel(name);
    found.onmessage = ({ data }: MessageEvent<{ from: string; message: TabMessage }>) => {
      for (const listener of listeners) listener(data.message, data.from);
    };
    return found;
  });
  return channel;
}

/** Tells the other tabs. */
export async function tellTabs(message: TabMessage): Promise<void> {
  (await opened())?.postMessage({ from: tab, message });
}

/** Hears what other tabs tell, from now on. `from` is the name of the tab. */
export function hearTabs(listener: (message: TabMessage, from: string) => void): void {
  listeners.add(listener);
  void opened();
}

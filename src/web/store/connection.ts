import { signal } from '@preact/signals';

/** Whether the server answered the last time it was asked. */
export const connection = signal<'online' | 'offline'>('online');

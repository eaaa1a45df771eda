/** Done when the program is asked to end: Ctrl-C, a closed terminal, or another program. Asked again, it ends at once. */
export function interruption(): Promise<void> {
  return new Promise((resolve) => {
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
    const end = (): void => {
      resolve();
      // Not at once: others who hear the signal look whether somebody else does.
      setImmediate(() => {
        for (const signal of signals) process.off(signal, end);
      });
    };
    for (const signal of signals) process.on(signal, end);
  });
}

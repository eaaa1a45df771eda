/** The word of the Hugging Face Hub for so many rows. @see the list of size categories of the Hub. */
export function sizeCategory(count: number): string {
  const steps: [number, string][] = [
    [1e3, 'n<1K'],
    [1e4, '1K<n<10K'],
    [1e5, '10K<n<100K'],
    [1e6, '100K<n<1M'],
  ];
  return steps.find(([limit]) => count < limit)?.[1] ?? 'n>1M';
}

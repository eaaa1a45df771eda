/** A share in percent with at most one decimal: `12.5 %` for 0.125. */
export function percent(share: number): string {
  return `${Math.round(share * 1000) / 10} %`;
}

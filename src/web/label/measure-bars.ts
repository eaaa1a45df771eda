/**
 * Tells the styles how high the bars are that stay in view, as `--desk-top` (of the page), `--desk-bars` (with the claim) and
 * `--article-foot` (the answer, where it is a sheet at the lower edge), so that columns fit between them and what gets the focus is not behind
 * them. Gives back how to stop.
 */
export function measureBars(): () => void {
  const root = document.documentElement;
  const measure = (): void => {
    const top = heightOf(document.querySelector('.top-bar'));
    const bars = top + heightOf(document.querySelector('.claim-bar'));
    root.style.setProperty('--desk-top', `${top}px`);
    root.style.setProperty('--desk-bars', `${bars}px`);
    root.style.scrollPaddingTop = `${bars + 12}px`;
    const foot = heightOfSheet(document.querySelector('.answer-panel'));
    root.style.setProperty('--article-foot', `${foot}px`);
    root.style.scrollPaddingBottom = `${foot}px`;
  };
  const observer = new ResizeObserver(measure);
  for (const element of document.querySelectorAll('.top-bar, .claim-bar, .answer-panel'))
    observer.observe(element);
  measure();
  return () => {
    observer.disconnect();
    root.style.removeProperty('--desk-top');
    root.style.removeProperty('--desk-bars');
    root.style.removeProperty('--article-foot');
    root.style.scrollPaddingTop = '';
    root.style.scrollPaddingBottom = '';
  };
}

/** Zero for a bar that scrolls away. */
function heightOf(element: Element | null): number {
  if (!(element instanceof HTMLElement) || getComputedStyle(element).position !== 'sticky') return 0;
  return element.offsetHeight;
}

/** Zero where it is no sheet at the lower edge. */
function heightOfSheet(element: Element | null): number {
  const isSheet = element !== null && getComputedStyle(element).bottom === '0px';
  return isSheet ? heightOf(element) : 0;
}

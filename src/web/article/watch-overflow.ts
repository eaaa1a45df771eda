/** Lets a table that is wider than its place be scrolled by keys, and names it; gives back how to stop. */
export function watchOverflow(root: HTMLElement): () => void {
  const observer = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      if (!(target instanceof HTMLElement)) continue;
      const scrolls = target.scrollWidth > target.clientWidth + 1;
      if (scrolls === target.hasAttribute('data-scrolls')) continue;
      target.toggleAttribute('data-scrolls', scrolls);
      for (const [name, value] of [
        ['role', 'group'],
        ['tabindex', '0'],
        ['aria-label', target.dataset.label ?? ''],
      ] as const) {
        if (scrolls) target.setAttribute(name, value);
        else target.removeAttribute(name);
      }
    }
  });
  for (const table of root.querySelectorAll('.article-table-scroll')) observer.observe(table);
  return () => observer.disconnect();
}

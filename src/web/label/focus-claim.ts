/** Gives the focus to the claim, from where a screen reader reads it. */
export function focusClaim(): void {
  document.querySelector<HTMLElement>('.claim-bar h1')?.focus({ preventScroll: true });
}

/** Gives the focus back to the element of the article at which keys go on; before there is one, to the claim. */
export function focusArticle(): void {
  const unit = document.querySelector<HTMLElement>('.article-pane [data-current]');
  if (unit === null) focusClaim();
  else unit.focus({ preventScroll: true });
}

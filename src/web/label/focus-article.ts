/** Gives the focus back to the article, to the element at which keys go on; to nothing where no article is shown. */
export function focusArticle(): void {
  const unit = document.querySelector<HTMLElement>('.article-pane [tabindex="0"]');
  if (unit !== null) unit.focus({ preventScroll: true });
  else if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}

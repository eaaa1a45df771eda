import type { UnitMark } from '../../annotate/evidence/unit-mark.ts';
import { letterOf } from '../../text/letter-of.ts';
import { words } from '../words/words.ts';
import { colourOfSet } from './set-colour.ts';

/** Draws the mark of an element in place of the one it had: letters in the gutter, a bar, and the same in words for who hears the page. */
export function drawMark(element: HTMLElement, mark: UnitMark | undefined): void {
  for (const old of [...element.children]) {
    if (old.className.startsWith('article-mark')) old.remove();
  }
  element.toggleAttribute('data-marked', mark !== undefined);
  delete element.dataset.set;
  delete element.dataset.bar;
  if (element.hasAttribute('aria-selected')) {
    element.setAttribute('aria-selected', String(mark?.activeSet !== undefined));
  }
  if (mark === undefined) return;
  const shownSet = mark.activeSet ?? mark.sets[0];
  const isHead = !element.hasAttribute('tabindex');
  if (shownSet !== undefined) element.dataset.set = colourOfSet(shownSet);
  const bar = mark.activeSet === undefined ? (mark.sets.length > 0 ? 'set' : '') : 'active';
  element.dataset.bar = bar || (mark.isContext ? 'context' : '');
  const gutter = chipsOf(mark);
  if (gutter.childElementCount > 0) element.prepend(gutter);
  if (mark.letters.length > 0) element.prepend(answersOf(mark.letters));
  const said = saidOf(mark);
  if (said !== '' && !isHead) element.append(span('article-mark-said visually-hidden', ` (${said})`));
}

function chipsOf(mark: UnitMark): HTMLElement {
  const gutter = span('article-mark-gutter', '');
  gutter.ariaHidden = 'true';
  for (const set of mark.sets) {
    const chip = span(
      set === mark.activeSet ? 'article-chip article-chip-active' : 'article-chip',
      letterOf(set),
    );
    chip.dataset.set = colourOfSet(set);
    gutter.append(chip);
  }
  if (mark.isConsulted) gutter.append(eye());
  return gutter;
}

function answersOf(letters: readonly string[]): HTMLElement {
  const answers = span('article-mark-answers', '');
  answers.ariaHidden = 'true';
  for (const letter of letters) answers.append(span('article-answer', letter));
  return answers;
}

function saidOf(mark: UnitMark): string {
  const { article } = words;
  const others = mark.sets.filter((set) => set !== mark.activeSet).map(letterOf);
  return [
    ...(mark.activeSet === undefined ? [] : [article.inActiveSet(letterOf(mark.activeSet))]),
    ...(others.length === 0 ? [] : [article.inSets(others)]),
    ...(mark.isContext && mark.sets.length === 0 ? [article.context] : []),
    ...(mark.isConsulted ? [article.consulted] : []),
    ...(mark.letters.length === 0 ? [] : [article.chosenBy(mark.letters)]),
  ].join('; ');
}

function span(className: string, text: string): HTMLSpanElement {
  const element = document.createElement('span');
  element.className = className;
  // A letter of ours must not decide in which direction the text of the article runs.
  element.dir = 'ltr';
  element.textContent = text;
  return element;
}

const svg = 'http://www.w3.org/2000/svg';

/** An eye: this was looked at. */
function eye(): SVGElement {
  const drawing = document.createElementNS(svg, 'svg');
  drawing.setAttribute('viewBox', '0 0 16 16');
  drawing.setAttribute('class', 'article-eye');
  const lid = document.createElementNS(svg, 'path');
  lid.setAttribute(
    'd',
    'M1.5 8C3.5 4.8 5.6 3.5 8 3.5S12.5 4.8 14.5 8C12.5 11.2 10.4 12.5 8 12.5S3.5 11.2 1.5 8Z',
  );
  const pupil = document.createElementNS(svg, 'circle');
  for (const [name, value] of [
    ['cx', '8'],
    ['cy', '8'],
    ['r', '2'],
  ] as const) {
    pupil.setAttribute(name, value);
  }
  drawing.append(lid, pupil);
  return drawing;
}

import type { ArticleLayout, Unit } from '../../annotate/article/article-layout.ts';
import { wordSplitter } from '../../annotate/article/split-by-words.ts';
import type { UnitMark } from '../../annotate/evidence/unit-mark.ts';
import { drawMark } from './draw-mark.ts';
import { tellHeaders } from './tell-headers.ts';

/**
 * Changes of an article that is on the page: marks, the place of the keys, words. An article of 5,000 elements is drawn once; what
 * changes afterwards touches only the elements that it is about.
 */
export class ArticleView {
  readonly #root: HTMLElement;
  readonly #layout: ArticleLayout;
  readonly #elements = new Map<string, HTMLElement>();
  #marks: ReadonlyMap<string, UnitMark> = new Map();
  #stop: HTMLElement | undefined;
  #current: Unit | undefined;
  #preview: readonly HTMLElement[] = [];
  #worded: readonly Unit[] = [];

  constructor(root: HTMLElement, layout: ArticleLayout) {
    this.#root = root;
    this.#layout = layout;
    for (const element of root.querySelectorAll<HTMLElement>('[data-id]')) {
      this.#elements.set(element.dataset.id ?? '', element);
    }
    this.#setStop(root.querySelector<HTMLElement>('[tabindex="-1"][data-id]') ?? undefined);
  }

  isMarked(id: string): boolean {
    return this.#marks.has(id);
  }

  /** Whether the active set has it. */
  isActive(id: string): boolean {
    return this.#marks.get(id)?.activeSet !== undefined;
  }

  /** Draws the marks that differ from those before. */
  mark(marks: ReadonlyMap<string, UnitMark>): void {
    for (const id of this.#marks.keys()) {
      if (!marks.has(id)) this.#draw(id, undefined);
    }
    let count = 0;
    for (const [id, mark] of marks) {
      const before = this.#marks.get(id);
      if (before === undefined || !isSame(before, mark)) this.#draw(id, mark);
      if (this.#elements.has(id)) count++;
    }
    this.#marks = marks;
    this.#root.toggleAttribute('data-unmarked', count === 0);
  }

  /** Makes an element the one that keys act on, and shows it. `takesKeys`: what is typed from now on goes to it. */
  moveTo(id: string | undefined, takesKeys: boolean): void {
    const element = this.#elements.get(id ?? '');
    const unit = element === undefined ? undefined : this.#layout.units.get(id ?? '');
    const hasKeys = element !== undefined && document.activeElement === element;
    if (unit !== undefined && this.#current === unit && (hasKeys || !takesKeys)) return;
    if (this.#current !== unit) {
      const before = this.#elements.get(this.#current?.id ?? '');
      before?.removeAttribute('data-current');
      this.#current = unit;
      tellHeaders(this.#root, unit, this.#layout);
    }
    if (element === undefined) return;
    if (unit !== undefined) {
      this.#setStop(element);
      element.dataset.current = '';
      if (takesKeys && document.activeElement !== element) element.focus({ preventScroll: true });
    }
    const show = () => element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    show();
    // What was never on the screen has only now been given its true height.
    requestAnimationFrame(() => {
      if (this.#current === unit) show();
    });
  }

  /** Shows which cells would be chosen. */
  preview(units: readonly Unit[]): void {
    for (const element of this.#preview) element.removeAttribute('data-preview');
    this.#preview = units.flatMap(({ id }) => this.#elements.get(id) ?? []);
    for (const element of this.#preview) element.dataset.preview = '';
  }

  /** Marks whole words, whatever their case. */
  highlight(words: readonly string[]): void {
    for (const unit of this.#worded) this.#setText(unit, [unit.record.text]);
    this.#worded = [];
    if (words.length === 0) return;
    const split = wordSplitter(words);
    const worded: Unit[] = [];
    for (const unit of this.#layout.units.values()) {
      const pieces = split(unit.record.text);
      if (!pieces.some(({ isWord }) => isWord)) continue;
      worded.push(unit);
      const nodes = pieces.map(({ text, isWord }) => {
        if (!isWord) return text;
        const mark = document.createElement('mark');
        mark.textContent = text;
        return mark;
      });
      this.#setText(unit, nodes);
    }
    this.#worded = worded;
  }

  #draw(id: string, mark: UnitMark | undefined): void {
    const element = this.#elements.get(id);
    if (element !== undefined) drawMark(element, mark);
  }

  /** The one element of the article that the tab key stops at. */
  #setStop(element: HTMLElement | undefined): void {
    if (this.#stop === element) return;
    this.#stop?.setAttribute('tabindex', '-1');
    element?.setAttribute('tabindex', '0');
    this.#stop = element;
  }

  #setText({ id }: Unit, nodes: readonly (string | Node)[]): void {
    const element = this.#elements.get(id);
    if (element === undefined) return;
    const marks = [...element.children].filter(({ className }) => className.startsWith('article-mark'));
    const isBehind = ({ classList }: Element) => classList.contains('article-mark-said');
    element.replaceChildren(...marks.filter((mark) => !isBehind(mark)), ...nodes, ...marks.filter(isBehind));
  }
}

function isSame(a: UnitMark, b: UnitMark): boolean {
  return (
    a === b ||
    (a.activeSet === b.activeSet &&
      a.isContext === b.isContext &&
      a.isConsulted === b.isConsulted &&
      a.sets.join() === b.sets.join() &&
      a.letters.join() === b.letters.join())
  );
}

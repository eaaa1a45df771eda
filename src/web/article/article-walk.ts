import type { Signal } from '@preact/signals';
import type { ArticleLayout, Unit } from '../../annotate/article/article-layout.ts';
import {
  beyondTable,
  cellAtEnd,
  cellBeyond,
  columnOf,
  nextSection,
  nextTable,
  nextUnit,
  placeOf,
  rangeBetween,
  rowOf,
} from '../../annotate/article/walk.ts';
import type { ArticleView } from './article-view.ts';

/** What a walk asks of the pane at the moment of a key or a click. */
export interface WalkPane {
  readonly focused: Signal<string | undefined>;
  readonly onToggle: (id: string) => void;
  readonly onAdd: (ids: readonly string[]) => void;
  readonly onlyMarked: boolean;
  readonly isReadOnly: boolean;
}

export interface GridStep {
  readonly rows: number;
  readonly columns: number;
}

/** Walking through an article and choosing from it, by keys or by the mouse. Each way gives back whether there was something to do. */
export class ArticleWalk {
  readonly #root: HTMLElement;
  readonly #layout: ArticleLayout;
  readonly #view: ArticleView;
  readonly #pane: () => WalkPane;
  /** Where `enterTable` came from. */
  #origin: string | undefined;
  /** The column in which one walks down a table, over cells that reach across it. */
  #column: number | undefined;
  /** A range that is being made: where it began and what it chose so far. */
  #range: { readonly anchor: string; readonly end: string; readonly chosen: ReadonlySet<string> } | undefined;

  constructor(root: HTMLElement, layout: ArticleLayout, view: ArticleView, pane: () => WalkPane) {
    this.#root = root;
    this.#layout = layout;
    this.#view = view;
    this.#pane = pane;
  }

  /** Whether a key pressed there is meant for the article: it has the keys, or nothing has. */
  hasKeys(target: EventTarget | null): boolean {
    return target === document.body || (target instanceof Node && this.#root.contains(target));
  }

  unitOf(id: string | undefined): Unit | undefined {
    return id === undefined ? undefined : this.#layout.units.get(id);
  }

  /** The element that keys act on. */
  get current(): Unit | undefined {
    return this.unitOf(this.#pane().focused.peek());
  }

  get isReadOnly(): boolean {
    return this.#pane().isReadOnly;
  }

  step(step: 1 | -1): boolean {
    const { current } = this;
    const column = current?.grid === undefined ? undefined : (this.#column ?? placeOf(current).column);
    const found = nextUnit(this.#layout, current?.id, step, this.#isShown, column);
    const hasMoved = this.#goTo(found);
    if (found?.grid === current?.grid) this.#column = column;
    return hasMoved;
  }

  stepSection(step: 1 | -1): boolean {
    return this.#goTo(nextSection(this.#layout, this.current?.id, step, this.#isShown));
  }

  stepCell(step: GridStep): boolean {
    const { current } = this;
    return current !== undefined && this.#goTo(cellBeyond(current, step, this.#isShown));
  }

  stepToEnd(end: Parameters<typeof cellAtEnd>[1]): boolean {
    const { current } = this;
    return current !== undefined && this.#goTo(cellAtEnd(current, end, this.#isShown));
  }

  enterTable(): boolean {
    const { current } = this;
    const found = nextTable(this.#layout, current?.id, this.#isShown);
    if (current?.grid === undefined) this.#origin = current?.id;
    return this.#goTo(found);
  }

  /** Back to where the table was entered by its key, otherwise on to what follows it. */
  leaveTable(): boolean {
    const { current } = this;
    if (current?.grid === undefined) return false;
    const origin = this.unitOf(this.#origin);
    this.#origin = undefined;
    return this.#goTo(origin ?? beyondTable(this.#layout, current, this.#isShown));
  }

  toggle(): boolean {
    const { current } = this;
    if (current === undefined) return false;
    this.toggleUnit(current);
    return true;
  }

  toggleUnit(unit: Unit): void {
    this.#range = undefined;
    const { isReadOnly, onToggle } = this.#pane();
    if (unit.isChoosable && !isReadOnly) onToggle(unit.id);
  }

  /** Makes the range one step longer, or shorter where it goes back. */
  extend(step: GridStep): boolean {
    const { current } = this;
    if (current === undefined) return false;
    const next =
      current.grid === undefined
        ? this.#textBeyond(current, step.rows < 0 ? -1 : 1)
        : cellBeyond(current, step, this.#isShown);
    if (next === undefined) return current.grid !== undefined;
    this.extendTo(next);
    return true;
  }

  /** Makes the range reach from where it began to an element. */
  extendTo(unit: Unit): void {
    const { isReadOnly, onAdd, onToggle } = this.#pane();
    if (isReadOnly) {
      this.#goTo(unit);
      return;
    }
    const from = this.current?.id ?? unit.id;
    const goesOn = this.#range?.end === from;
    const anchor = goesOn ? (this.#range?.anchor ?? from) : from;
    const before = goesOn ? (this.#range?.chosen ?? new Set<string>()) : new Set<string>();
    const ids = rangeBetween(this.#layout, anchor, unit.id)
      .filter(this.#isShown)
      .map(({ id }) => id);
    const range = new Set(ids);
    const added = ids.filter((id) => !before.has(id) && !this.#view.isActive(id));
    const left = [...before].filter((id) => !range.has(id) && this.#view.isActive(id));
    if (added.length > 0) onAdd(added);
    for (const id of left) onToggle(id);
    const kept = [...before].filter((id) => range.has(id));
    this.#goTo(unit);
    this.#range = { anchor, end: unit.id, chosen: new Set([...kept, ...added]) };
  }

  /** Chooses the cells from one to another. */
  chooseRange(from: Unit, to: Unit): void {
    this.#choose(rangeBetween(this.#layout, from.id, to.id));
    this.#goTo(to);
  }

  rangeOf(from: Unit, to: Unit): readonly Unit[] {
    return rangeBetween(this.#layout, from.id, to.id);
  }

  chooseRow(): boolean {
    return this.#chooseLine(rowOf);
  }

  chooseColumn(): boolean {
    return this.#chooseLine(columnOf);
  }

  /** Stands on an element; what is typed from now on goes to it. */
  goTo(unit: Unit): void {
    this.#goTo(unit);
  }

  #chooseLine(lineOf: (unit: Unit) => readonly Unit[]): boolean {
    const { current } = this;
    if (current?.grid === undefined) return false;
    this.#choose(lineOf(current));
    return true;
  }

  #choose(units: readonly Unit[]): void {
    const { isReadOnly, onAdd } = this.#pane();
    const ids = units.filter(this.#isShown).map(({ id }) => id);
    if (!isReadOnly && ids.length > 0) onAdd(ids);
  }

  #goTo(unit: Unit | undefined): boolean {
    if (unit === undefined) return false;
    this.#range = undefined;
    this.#column = undefined;
    this.#view.moveTo(unit.id, true);
    this.#pane().focused.value = unit.id;
    return true;
  }

  /** The next element of the text; tables are passed over. */
  #textBeyond(unit: Unit, step: 1 | -1): Unit | undefined {
    return nextUnit(this.#layout, unit.id, step, (other) => other.grid === undefined && this.#isShown(other));
  }

  readonly #isShown = (unit: Unit): boolean => !this.#pane().onlyMarked || this.#view.isMarked(unit.id);
}

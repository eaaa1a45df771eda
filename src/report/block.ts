import type * as Plot from '@observablehq/plot';
import type { ClaimId } from '../claims/claim.ts';

/** A piece of a section as a reader sees it: what is shown, not how. Every printer prints all of them. */
export type Block =
  | HeadingBlock
  | ParagraphBlock
  | NoteBlock
  | FiguresBlock
  | TableBlock
  | ChartBlock
  | HeatmapBlock
  | ClaimsBlock;

/** A heading below the section's own. */
export interface HeadingBlock {
  readonly kind: 'heading';
  readonly text: string;
}

/** Plain text. */
export interface ParagraphBlock {
  readonly kind: 'paragraph';
  readonly text: string;
}

/** Something to be careful about, in whole sentences. */
export interface NoteBlock {
  readonly kind: 'note';
  readonly text: string;
}

/** A few numbers that matter most, shown large. */
export interface FiguresBlock {
  readonly kind: 'figures';
  readonly figures: readonly KeyFigure[];
}

/** A number that matters. */
export interface KeyFigure {
  /** What is counted, in a few words: `claims`, `Krippendorff’s α`. */
  readonly name: string;
  /** As it is shown: `1,204`, `0.74`; `–` for what is not defined. */
  readonly value: string;
  /** `0.70 to 0.78`, where it has one. */
  readonly interval?: string;
  /** One line: what it means, or why it is not defined. */
  readonly meaning?: string;
}

/** Rows and columns. The first column names the rows. */
export interface DataTable {
  /** What the table shows; also its accessible name. */
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}

export interface Column {
  readonly name: string;
  /** Numbers stand at the right. */
  readonly isNumber?: boolean;
  /** Decimals of all its numbers; where absent, whole numbers have none and others three. */
  readonly digits?: number;
  /** Whether its cells are texts of the dataset, in its language. */
  readonly isQuoted?: boolean;
}

/** `null` is what is not defined. */
export type Cell = string | number | null;

export interface TableBlock {
  readonly kind: 'table';
  readonly table: DataTable;
  /** Only the caption is seen until the reader opens the table. */
  readonly isFolded?: boolean;
}

/** A chart with the same data as a table, for who cannot see it or wants the numbers. */
export interface ChartBlock {
  readonly kind: 'chart';
  /** What the chart shows, a sentence that can stand for it: what comes out of it, not what kind of chart it is. */
  readonly name: string;
  readonly table: DataTable;
  /** Names of the colours, where marks have no names of their own. */
  readonly legend?: readonly LegendEntry[];
  /**
   * The options of Plot, made only where the chart is drawn, for a width in CSS pixels. Colours are CSS: `currentColor`,
   * `var(--supports)`.
   */
  readonly plot: (plot: typeof Plot, width: number) => Plot.PlotOptions;
  /** Whether it has one width, whatever it is asked for, and is scrolled where that is too much. */
  readonly isFixed?: boolean;
}

export interface LegendEntry {
  readonly name: string;
  /** The sign of its marks, in their colour; a square where absent. */
  readonly sign?: string;
  /** In CSS. */
  readonly color: string;
}

/** Articles with how often each of their records is cited, for each label. */
export interface HeatmapBlock {
  readonly kind: 'heatmap';
  /** A sentence that can stand for it. */
  readonly name: string;
  /** Labels in the order of the counts. */
  readonly labels: readonly string[];
  readonly articles: readonly HeatmapArticle[];
}

export interface HeatmapArticle {
  readonly title: string;
  /** In document order; the first is what stands before the first heading. */
  readonly sections: readonly HeatmapSection[];
}

export interface HeatmapSection {
  readonly heading: string;
  /** Records that claims may cite, in document order. */
  readonly records: readonly HeatmapRecord[];
}

export interface HeatmapRecord {
  /** Without the title: `sentence_6`, `cell_0_2_1`. */
  readonly id: string;
  readonly text: string;
  /** Claims that cite it, by label in the order of {@link HeatmapBlock.labels}. */
  readonly counts: readonly number[];
}

/** Claims as examples. */
export interface ClaimsBlock {
  readonly kind: 'claims';
  /** What they are examples of. */
  readonly caption: string;
  readonly claims: readonly ShownClaim[];
}

export interface ShownClaim {
  /** Absent where it stands for several claims. */
  readonly id?: ClaimId;
  readonly claim: string;
  readonly label?: string;
  readonly split?: string;
  /** Why it is here. */
  readonly remark?: string;
}

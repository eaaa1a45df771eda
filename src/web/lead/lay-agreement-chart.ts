import type { Progress } from '../../stats/progress/progress.ts';

/** Where everything of the chart stands, in pixels. */
export interface AgreementLayout {
  readonly plot: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  };
  readonly guides: readonly { readonly y: number; readonly text: string; readonly isThreshold: boolean }[];
  /** Weeks that are named below. */
  readonly names: readonly { readonly x: number; readonly text: string }[];
  /** Outlines of runs of weeks with an interval, as paths. */
  readonly bands: readonly string[];
  /** Runs of weeks with a figure. */
  readonly lines: readonly string[];
  /** Intervals of weeks between two gaps, which have no band. */
  readonly whiskers: readonly { readonly x: number; readonly low: number; readonly high: number }[];
  readonly points: readonly { readonly x: number; readonly y: number }[];
}

const margin = { left: 40, right: 16, top: 10, bottom: 24 };
/** Krippendorff's: below the lower nothing can be concluded, from the upper on labels can be relied on. */
const thresholds = [0.667, 0.8];
const nameWidth = 84;

/** Lays out the chart: weeks beside one another, alpha from the lowest interval, at most 0, up to 1. Weeks without a figure are gaps. */
export function layAgreementChart(
  weeks: Progress['agreementByWeek'],
  { width, height }: { readonly width: number; readonly height: number },
): AgreementLayout {
  const plot = {
    left: margin.left,
    right: width - margin.right,
    top: margin.top,
    bottom: height - margin.bottom,
  };
  const lowest = Math.min(0, ...weeks.flatMap(({ value, interval }) => [value ?? 0, interval?.low ?? 0]));
  const least = Math.floor(lowest * 2) / 2;
  const xOf = (at: number): number =>
    weeks.length < 2
      ? (plot.left + plot.right) / 2
      : round(plot.left + 8 + (at / (weeks.length - 1)) * (plot.right - plot.left - 16));
  const yOf = (value: number): number =>
    round(plot.bottom - ((value - least) / (1 - least)) * (plot.bottom - plot.top));
  const points = weeks.map(({ value, interval }, at) =>
    value === null ? undefined : { x: xOf(at), y: yOf(value), interval },
  );
  const runs = runsOf(points);
  const step = Math.max(1, Math.ceil((weeks.length * nameWidth) / (plot.right - plot.left)));
  return {
    plot,
    guides: [
      ...[least, 0, 1]
        .filter((value, at, all) => all.indexOf(value) === at)
        .map((value) => ({ y: yOf(value), text: value.toFixed(1), isThreshold: false })),
      ...thresholds.map((value) => ({ y: yOf(value), text: String(value), isThreshold: true })),
    ],
    names: weeks.flatMap(({ from }, at) =>
      at % step === 0 ? [{ x: Math.min(xOf(at), width - nameWidth / 2), text: from }] : [],
    ),
    bands: runs.flatMap((run) => {
      const banded = run.flatMap(({ x, interval }) =>
        interval === null ? [] : [{ x, low: yOf(interval.low), high: yOf(interval.high) }],
      );
      if (banded.length < 2) return [];
      const upper = banded.map(({ x, high }) => `${x} ${high}`);
      const lower = banded.map(({ x, low }) => `${x} ${low}`).reverse();
      return [`M${[...upper, ...lower].join('L')}Z`];
    }),
    lines: runs.flatMap((run) =>
      run.length < 2 ? [] : [`M${run.map(({ x, y }) => `${x} ${y}`).join('L')}`],
    ),
    whiskers: runs.flatMap(([first, ...others]) =>
      first === undefined || first.interval === null || others.length > 0
        ? []
        : [{ x: first.x, low: yOf(first.interval.low), high: yOf(first.interval.high) }],
    ),
    points: points.flatMap((point) => (point === undefined ? [] : [{ x: point.x, y: point.y }])),
  };
}

/** What stands in a row without a gap. */
function runsOf<Point>(points: readonly (Point | undefined)[]): Point[][] {
  const runs: Point[][] = [];
  let isOpen = false;
  for (const point of points) {
    if (point === undefined) {
      isOpen = false;
      continue;
    }
    if (!isOpen) runs.push([]);
    isOpen = true;
    runs.at(-1)?.push(point);
  }
  return runs;
}

function round(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}

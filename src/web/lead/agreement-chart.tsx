import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Progress } from '../../stats/progress/progress.ts';
import { words } from '../words/words.ts';
import { layAgreementChart } from './lay-agreement-chart.ts';
import './agreement-chart.css';

const height = 180;

/** The agreement of the weeks as a line with a band for its intervals. */
export function AgreementChart({ weeks }: { readonly weeks: Progress['agreementByWeek'] }): JSX.Element {
  const frame = useRef<HTMLDivElement>(null);
  const width = useSignal(480);
  useLayoutEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => {
      width.value = Math.max(200, Math.floor(element.clientWidth));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const { plot, guides, names, bands, whiskers, lines, points } = layAgreementChart(weeks, {
    width: width.value,
    height,
  });
  return (
    <div ref={frame} class="agreement-chart">
      <svg
        width={width.value}
        height={height}
        viewBox={`0 0 ${width.value} ${height}`}
        role="img"
        aria-label={words.lead.chart(weeks.length, weeks[0]?.from ?? '', weeks.at(-1)?.from ?? '')}
      >
        {guides.map(({ y, text, isThreshold }) => (
          <g key={text}>
            <line
              class={isThreshold ? 'agreement-chart-threshold' : 'agreement-chart-guide'}
              x1={plot.left}
              x2={plot.right}
              y1={y}
              y2={y}
            />
            <text class="agreement-chart-text" x={plot.left - 6} y={y + 4} text-anchor="end">
              {text}
            </text>
          </g>
        ))}
        {names.map(({ x, text }) => (
          <text key={text} class="agreement-chart-text" x={x} y={height - 4} text-anchor="middle">
            {text}
          </text>
        ))}
        {bands.map((path) => (
          <path key={path} class="agreement-chart-band" d={path} />
        ))}
        {whiskers.map(({ x, low, high }) => (
          <line key={x} class="agreement-chart-whisker" x1={x} x2={x} y1={low} y2={high} />
        ))}
        {lines.map((path) => (
          <path key={path} class="agreement-chart-line" d={path} />
        ))}
        {points.map(({ x, y }) => (
          <circle key={x} class="agreement-chart-point" cx={x} cy={y} r={3} />
        ))}
      </svg>
    </div>
  );
}

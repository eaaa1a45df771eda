import type { JSX } from 'preact';
import type { Unit } from '../../annotate/article/article-layout.ts';

interface TextUnitProps {
  readonly unit: Unit;
  readonly bullet?: string;
}

/** A sentence, an item, a caption. */
export function TextUnit({ unit: { id, record, isChoosable }, bullet }: TextUnitProps): JSX.Element {
  return (
    <div
      class="article-unit"
      role="option"
      aria-selected={false}
      {...(!isChoosable && { 'aria-disabled': true })}
      tabIndex={-1}
      data-id={id}
      data-number={record.numbers.at(-1)}
      data-bullet={bullet}
      dir="auto"
    >
      {record.text}
    </div>
  );
}

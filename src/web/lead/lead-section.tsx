import type { ComponentChildren, JSX } from 'preact';
import './lead-section.css';

export interface LeadSectionProps {
  readonly title: string;
  /** What it means, in small print under the title. */
  readonly help?: string;
  /** Beside the title, such as a link. */
  readonly action?: ComponentChildren;
  /** As wide as the page. */
  readonly isWide?: boolean;
  readonly children: ComponentChildren;
}

/** A part of the page with its heading. */
export function LeadSection({
  title,
  help,
  action,
  isWide = false,
  children,
}: LeadSectionProps): JSX.Element {
  return (
    <section class={`lead-section${isWide ? ' lead-section-wide' : ''}`}>
      <div class="lead-section-head">
        <h2>{title}</h2>
        {action}
      </div>
      {help !== undefined && <p class="lead-section-help">{help}</p>}
      {children}
    </section>
  );
}

/** A sentence where there is nothing to show. */
export function LeadNothing({ children }: { readonly children: ComponentChildren }): JSX.Element {
  return <p class="lead-section-nothing">{children}</p>;
}

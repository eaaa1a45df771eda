import type { JSX } from 'preact';
import type { UnitDescription } from '../../annotate/evidence/describe-unit.ts';
import type { WriteDraft } from '../../annotate/write/write-draft.ts';
import { parseEvidenceId } from '../../corpus/evidence-id.ts';
import { isCell } from '../../corpus/evidence-kind.ts';
import { shownKeys } from '../keyboard/use-keys.ts';
import { words } from '../words/words.ts';
import './source-part.css';

/** Elements of a source that are shown; further ones are counted. */
const maxShown = 6;

export interface SourcePartProps {
  readonly draft: WriteDraft;
  readonly describe: (id: string) => UnitDescription | undefined;
  readonly show: (id: string) => void;
  readonly onChooseOther: () => void;
  readonly onKeep: () => void;
}

/** What the claim is written from, or how to choose it. */
export function SourcePart({ draft, describe, show, onChooseOther, onKeep }: SourcePartProps): JSX.Element {
  const { source, choosing, isKeptSource, text } = draft;
  const isChoosing = choosing === 'source';
  return (
    <section
      class={isChoosing ? 'source-part source-part-choosing' : 'source-part'}
      aria-labelledby="source-part-heading"
    >
      <div class="source-part-head">
        <h2 id="source-part-heading">{words.write.source}</h2>
        {!isChoosing && (
          <button type="button" class="quiet" onClick={onChooseOther}>
            {words.write.otherSource}
          </button>
        )}
        {isChoosing && isKeptSource && text.trim() !== '' && (
          <button type="button" class="quiet" onClick={onKeep}>
            {words.write.keepSource}
          </button>
        )}
      </div>
      {source === undefined && (
        <p class="source-part-hint">
          {words.write.sourceHint}{' '}
          {words.write.sourceKeys(
            `${shownKeys('next-unit')} ${shownKeys('previous-unit')}`.trim(),
            shownKeys('toggle-unit'),
          )}
        </p>
      )}
      {source?.kind === 'claim' && (
        <p class="source-part-text">
          <span class="source-part-place">{words.write.fromClaim(String(source.id))}</span>
          {source.claim}
        </p>
      )}
      {source?.kind === 'elements' && (
        <ul class="source-part-list">
          {source.ids.slice(0, maxShown).map((id) => {
            const found = describe(id);
            return (
              <li key={id} class="source-part-text">
                <button
                  type="button"
                  class="quiet source-part-place"
                  title={words.write.showSource}
                  onClick={() => show(id)}
                >
                  {placeOf(id, found?.context ?? [])}
                </button>
                {found?.text}
              </li>
            );
          })}
          {source.ids.length > maxShown && (
            <li class="source-part-hint">{words.write.moreIds(source.ids.length - maxShown)}</li>
          )}
        </ul>
      )}
      {source !== undefined && isChoosing && isKeptSource && (
        <p class="source-part-hint">{words.write.keptSource}</p>
      )}
    </section>
  );
}

/** Where an element stands: what heads it, then what it is; of a cell its headers say that. */
function placeOf(id: string, context: readonly string[]): string {
  const parts = parseEvidenceId(id);
  if (parts === undefined) return id;
  const { title, kind, numbers } = parts;
  const heads = context.length === 0 ? [title] : context;
  const isSaid = isCell(kind) && context.length > 0;
  return [...heads, ...(isSaid ? [] : [words.evidence.unitName(kind, numbers)])].join(' › ');
}

import type { JSX } from 'preact';
import { type Label, labels } from '../../claims/label.ts';
import { words } from '../words/words.ts';
import './label-tag.css';

const tones = ['supports', 'refutes', 'nei'] as const;

/** A label in words and in its colour. */
export function LabelTag({ label }: { readonly label: Label }): JSX.Element {
  const tone = tones[labels.indexOf(label)] ?? 'nei';
  return <span class={`label-tag label-tag-${tone}`}>{words.names.labels[label]}</span>;
}

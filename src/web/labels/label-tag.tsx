import type { JSX } from 'preact';
import type { Label } from '../../claims/label.ts';
import { words } from '../words/words.ts';
import { labelTone } from './label-tone.ts';
import './label-tag.css';

/** A label in words and in its colour. */
export function LabelTag({ label }: { readonly label: Label }): JSX.Element {
  return <span class={`label-tag label-tag-${labelTone[label]}`}>{words.names.labels[label]}</span>;
}

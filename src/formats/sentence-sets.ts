import { parseEvidenceId } from '../corpus/evidence-id.ts';

/** Whether an evidence set consists of sentences alone. */
export function isSentences(set: readonly string[]): boolean {
  return set.every((id) => parseEvidenceId(id)?.kind === 'sentence');
}

/** The title and the number of a sentence's id. */
export function sentenceOf(id: string): readonly [title: string, number: number] {
  const { title, numbers } = parseEvidenceId(id) ?? { title: id, numbers: [] };
  return [title, numbers[0] ?? 0];
}

import { formatEvidenceId, parseEvidenceId } from '../../corpus/evidence-id.ts';
import { titleOfPage } from '../../corpus/fever-page.ts';
import { corpusAtHand } from '../exchange/corpus-at-hand.ts';

/**
 * Gives the text of a piece of evidence, named by its id; `undefined` where no corpus is at hand or it does not have it. Titles may
 * be spelled as FEVER spells pages.
 *
 * @throws ToolError for a dataset folder that was named and cannot be used
 */
export async function openEvidenceText(
  dataset: string | undefined,
  cwd: string,
): Promise<(id: string) => string | undefined> {
  const evidence = await corpusAtHand(dataset, cwd);
  return (id) => {
    const parts = parseEvidenceId(id);
    return (
      evidence.text(id) ??
      (parts && evidence.text(formatEvidenceId({ ...parts, title: titleOfPage(parts.title) })))
    );
  };
}

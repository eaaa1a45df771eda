import type { OpenClaim } from '../../claims/open-claim.ts';
import { parseEvidenceId } from '../../corpus/evidence-id.ts';
import { UsageError } from '../../errors.ts';
import { findDatasetFolder, loadConfig } from '../../io/load-config.ts';
import { mapAhead } from '../../io/search-index/map-ahead.ts';
import { countWords } from '../../reporters/count-words.ts';
import type { EvidenceSearcher } from '../../retrieve/evidence-searcher.ts';
import { searcherOfTexts } from '../../retrieve/searcher-of-texts.ts';
import { settingsOfConfig } from '../../retrieve/settings-of-config.ts';
import { type RecallQuestion, recallQuestions } from '../../retrieve/suggest/recall/recall-question.ts';
import { RecallTally, recallCutoffs } from '../../retrieve/suggest/recall/recall-tally.ts';
import { suggestEvidence } from '../../retrieve/suggest/suggest-evidence.ts';
import {
  defaultSuggestSettings,
  type SuggestSettings,
  settingsWithoutOrder,
} from '../../retrieve/suggest/suggest-settings.ts';
import type { ExitCode } from '../command.ts';
import type { CommandIo } from '../command-io.ts';
import { printOptionsFor } from '../print-options.ts';
import { createProgress } from '../progress.ts';
import { claimsOfFolder, type FoundClaims } from './claims-to-suggest.ts';
import { printRecall, printRecallRecord } from './print-recall.ts';
import type { SuggestOptions } from './suggest-options.ts';
import { type SuggestSearcher, withSearcher } from './with-searcher.ts';

/**
 * Prints how much of the evidence of claims is suggested: of those of a file, in its own texts where it carries some; else of those of the dataset.
 *
 * @throws UsageError where no claim has evidence, or none of it is in the articles that are searched.
 */
export async function measureRecall(
  given: FoundClaims | undefined,
  options: SuggestOptions,
  io: CommandIo,
): Promise<ExitCode> {
  const { claims, name, texts } = given ?? (await claimsOfFolder(options.dataset, io)).all;
  const questions = recallQuestions(
    claims.filter((claim): claim is OpenClaim => claim.evidence !== undefined),
  );
  if (questions.length === 0)
    throw new UsageError(
      `There is no claim with evidence in "${name}" to measure on. Name a file whose claims have evidence and a label.`,
    );
  const measure = async (
    { searcher, language, ahead }: Omit<SuggestSearcher, 'analysis'>,
    settings: SuggestSettings,
  ): Promise<ExitCode> => {
    const outside = await countOutside(questions, searcher);
    if (outside === questions.length)
      throw new UsageError(
        `No claim of "${name}" has its evidence in the articles that are searched. Name a dataset that has them with --dataset, or an index of them with --index.`,
      );
    const progress = createProgress(io);
    const tally = new RecallTally();
    const count = Math.max(...recallCutoffs);
    const suggested = mapAhead(questions, ahead, async (question) => ({
      question,
      suggestions: await suggestEvidence(searcher, { claim: question.claim, count, language }, settings),
    }));
    for await (const { question, suggestions } of suggested) {
      tally.add(
        question,
        suggestions.map(({ id }) => id),
      );
      await progress.tick(() => `measuring: ${tally.questions} of ${countWords(questions.length, 'claim')}`);
    }
    await progress.done();
    const measured = { name, searched: await searcher.size('element'), outside, tally };
    await io.stdout.write(
      options.json === true ? printRecallRecord(measured) : printRecall(measured, printOptionsFor(io)),
    );
    return 0;
  };
  if (texts.size > 0 && (options.index !== undefined || options.engine !== undefined))
    throw new UsageError(
      `"${name}" carries the texts of its evidence, which are what is searched: leave --index and --engine out.`,
    );
  if (texts.size === 0) return withSearcher(options, io, (opened) => measure(opened, defaultSuggestSettings));
  const config = await loadConfig(findDatasetFolder(io.cwd, options.dataset));
  const language = options.language ?? config.language;
  const searcher = searcherOfTexts(`the texts of ${name}`, texts, settingsOfConfig({ ...config, language }));
  return measure({ searcher, language, ahead: 1 }, settingsWithoutOrder);
}

/** Number of questions of which no evidence set is wholly in articles that are searched. */
async function countOutside(
  questions: readonly RecallQuestion[],
  searcher: EvidenceSearcher,
): Promise<number> {
  const titleOf = (id: string): string => parseEvidenceId(id)?.title ?? '';
  const titles = new Set(questions.flatMap(({ sets }) => sets.flat().map(titleOf)));
  const known = await searcher.knownTitles([...titles]);
  return questions.filter(({ sets }) => !sets.some((set) => set.every((id) => known.has(titleOf(id)))))
    .length;
}

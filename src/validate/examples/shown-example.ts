import { applyEdits } from '../../diagnostic/apply-edits.ts';
import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import type { RuleMeta } from '../../diagnostic/rule-meta.ts';
import type { Example, Rule } from '../rule.ts';
import { annotationsFile, articleFile, claimsFile, runExample, textsOf } from './run-example.ts';

/** A file of an example with what its rule finds in it. */
export interface ShownFile {
  /** What it holds where it is not the claims file. */
  readonly name?: 'Annotations' | 'Article';
  readonly text: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** An example with everything that its rule says about it, for people. */
export interface ShownExample {
  readonly isRight: boolean;
  readonly name: string;
  /** Options of the rule that the example sets. */
  readonly options: Readonly<Record<string, number>>;
  /** The claims file first; the others only where they matter. */
  readonly files: readonly ShownFile[];
  /** The claims file after `--fix`; absent where nothing can be fixed. */
  readonly fixed?: string;
  /** What suggestions offer, each once. */
  readonly offers: readonly string[];
}

/** An example as its rule sees it. */
export function showExample(rule: Rule, example: Example): ShownExample {
  const texts = textsOf(rule, example);
  const diagnostics = runExample(rule, example).filter(({ ruleId }) => ruleId === rule.id);
  const file = (path: string, name?: 'Annotations' | 'Article'): ShownFile => ({
    ...(name !== undefined && { name }),
    text: texts.get(path) ?? '',
    diagnostics: diagnostics.filter(({ place }) => place.file === path),
  });
  const fixes = diagnostics.flatMap(({ fix }) => (fix === undefined ? [] : [fix]));
  const offers = diagnostics.flatMap(({ suggestions = [] }) => suggestions.map(({ message }) => message));
  const hasArticle = diagnostics.some(({ place }) => place.file === articleFile);
  return {
    isRight: example.expect === undefined,
    name: example.name,
    options: example.options ?? {},
    files: [
      file(claimsFile),
      ...(example.annotations === undefined ? [] : [file(annotationsFile, 'Annotations')]),
      ...(hasArticle ? [file(articleFile, 'Article')] : []),
    ],
    ...(fixes.length > 0 && { fixed: applyEdits(texts.get(claimsFile) ?? '', fixes).text }),
    offers: [...new Set(offers)],
  };
}

/** Whether some finding has a safe fix: of a rule, some finding about its examples. */
export function isFixable(rule: Rule | RuleMeta): boolean {
  if (!('examples' in rule)) return rule.hasFix === true;
  return rule.examples.some((example) =>
    runExample(rule, example, undefined, [rule]).some(({ fix }) => fix !== undefined),
  );
}

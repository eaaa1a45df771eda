import type { CommandEntry } from '../command.ts';

/** All commands, sorted by name. A command's file is loaded when the command is used. */
export const commands: readonly CommandEntry[] = [
  {
    name: 'aggregate',
    summary: 'make labels and evidence of what several annotators said',
    load: async () => (await import('./aggregate.ts')).aggregate,
  },
  {
    name: 'agree',
    summary: 'tell how far annotators agree on labels and evidence, and how sure that is',
    load: async () => (await import('./agree.ts')).agree,
  },
  {
    name: 'annotate',
    summary: 'open a page on which claims are labelled with evidence, written and decided',
    load: async () => (await import('./annotate.ts')).annotate,
  },
  {
    name: 'baseline',
    summary: 'predict labels and evidence the simple way: what a system must beat',
    load: async () => (await import('./baseline.ts')).baseline,
  },
  {
    name: 'bias',
    summary: 'tell what gives the labels of claims away without any evidence',
    load: async () => (await import('./bias.ts')).bias,
  },
  {
    name: 'build',
    summary: 'validate, split and export a dataset folder: the main job',
    load: async () => (await import('./build.ts')).build,
  },
  {
    name: 'completion',
    summary: 'print a script that completes command lines in a shell',
    load: async () => (await import('./completion.ts')).createCompletion(commands),
  },
  {
    name: 'convert',
    summary: 'turn a claim file of one format into one of another',
    load: async () => (await import('./convert.ts')).convert,
  },
  {
    name: 'diff',
    summary: 'compare two versions of the claims, and what version that makes',
    load: async () => (await import('./diff.ts')).diff,
  },
  {
    name: 'explain',
    summary: 'tell what a rule asks for, why, and what to do',
    load: async () => (await import('./explain.ts')).explain,
  },
  {
    name: 'export',
    summary: 'write claims, articles or the whole dataset in another format',
    load: async () => (await import('./export.ts')).exportClaims,
  },
  {
    name: 'fingerprint',
    summary: 'keep what the cited texts are, so that a change is told',
    load: async () => (await import('./fingerprint.ts')).fingerprint,
  },
  {
    name: 'formats',
    summary: 'list the formats that are read and written',
    load: async () => (await import('./formats.ts')).formats,
  },
  {
    name: 'hook',
    summary: 'check what is staged before each git commit',
    load: async () => (await import('./hook.ts')).hook,
  },
  {
    name: 'import',
    summary: 'turn a spreadsheet or another format into claims',
    load: async () => (await import('./import.ts')).importClaims,
  },
  {
    name: 'index',
    summary: 'make an index of the articles, by which they are searched at once',
    load: async () => (await import('./index-corpus.ts')).indexCorpus,
  },
  {
    name: 'ingest',
    summary: 'turn your own documents into articles with evidence ids',
    load: async () => (await import('./ingest.ts')).ingest,
  },
  {
    name: 'init',
    summary: 'make a new dataset folder',
    load: async () => (await import('./init.ts')).init,
  },
  {
    name: 'leak',
    summary: 'audit what splits share, and which claims repeat or contradict others',
    load: async () => (await import('./leak.ts')).leak,
  },
  {
    name: 'mutate',
    summary: 'offer rewrites of a claim by the mutations of FEVER',
    load: async () => (await import('./mutate.ts')).mutate,
  },
  {
    name: 'negatives',
    summary: 'find records that do not decide a claim: evidence for NOT ENOUGH INFO',
    load: async () => (await import('./negatives.ts')).negatives,
  },
  {
    name: 'parse',
    summary: 'read tagged articles: evidence records or figures',
    load: async () => (await import('./parse.ts')).parse,
  },
  {
    name: 'progress',
    summary: 'tell how far the annotation is, how well annotators agree, and what waits',
    load: async () => (await import('./progress.ts')).progress,
  },
  {
    name: 'release',
    summary: 'make the whole bundle: data in all formats, datasheet, citation, changelog, checksums',
    load: async () => (await import('./release.ts')).release,
  },
  {
    name: 'remap',
    summary: 'move evidence ids with their sentences to a newer text of an article',
    load: async () => (await import('./remap.ts')).remap,
  },
  {
    name: 'report',
    summary: 'make a page of all that is measured of a dataset',
    load: async () => (await import('./report.ts')).report,
  },
  {
    name: 'rules',
    summary: 'list the rules',
    load: async () => (await import('./rules.ts')).rules,
  },
  {
    name: 'schema',
    summary: 'print the JSON Schema of a file that you write',
    load: async () => (await import('./schema.ts')).schema,
  },
  {
    name: 'score',
    summary: 'score what a system predicted, as the official scorers do, and say how sure that is',
    load: async () => (await import('./score.ts')).score,
  },
  {
    name: 'search',
    summary: 'find sentences, cells and articles by their words',
    load: async () => (await import('./search.ts')).search,
  },
  {
    name: 'show',
    summary: 'show the element an evidence id stands for, with its context',
    load: async () => (await import('./show.ts')).show,
  },
  {
    name: 'split',
    summary: 'divide the claims into splits without leakage',
    load: async () => (await import('./split.ts')).split,
  },
  {
    name: 'suggest',
    summary: 'find evidence for or against a claim, with reasons, and measure how much is found',
    load: async () => (await import('./suggest.ts')).suggest,
  },
  {
    name: 'suppress',
    summary: 'accept a finding that is right as it is, with a reason',
    load: async () => (await import('./suppress.ts')).suppress,
  },
  {
    name: 'titles',
    summary: 'make a table of article titles, for claims whose articles are not at hand',
    load: async () => (await import('./titles.ts')).titles,
  },
  {
    name: 'validate',
    summary: 'check articles, claims and annotations',
    load: async () => (await import('./validate.ts')).validate,
  },
];

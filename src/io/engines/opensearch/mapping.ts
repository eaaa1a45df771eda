import { titleIndexSettings } from '../../../retrieve/titles/title-index-builder.ts';
import type { WeightingSettings } from '../../../retrieve/weighting/weighting-of.ts';
import type { EngineAddress } from '../engine-address.ts';
import { readNumber } from '../engine-address.ts';
import type { EngineDescription } from '../engine-description.ts';
import type { EnginePart } from '../engine-part.ts';

/** Longest run of characters between blanks that is one term. */
const maxTokenChars = 1000;

/**
 * Settings and mapping of an index: the terms of each part in a field of their own, so that lengths and frequencies are counted by part, and ranked by the weighting of
 * the settings; the words in rows for phrases; words with their terms for beginnings of words.
 */
export function indexBody(description: EngineDescription, { options }: EngineAddress): unknown {
  const replicas = readNumber(options, 'replicas', 0, 100);
  const keyword = { type: 'keyword' };
  const properties: Record<string, unknown> = {
    part: keyword,
    number: { type: 'integer' },
    article: { type: 'integer' },
    id: keyword,
    key: keyword,
    kind: keyword,
    rows: { type: 'text', analyzer: 'claimset', norms: false, position_increment_gap: 100 },
  };
  for (const part of Object.keys(description.parts) as EnginePart[]) {
    properties[termsField(part)] = {
      type: 'text',
      analyzer: 'claimset',
      index_options: 'freqs',
      similarity: part === 'title' ? 'claimset_title' : 'claimset',
    };
    properties[wordsField(part)] = { type: 'keyword', index: false };
  }
  return {
    settings: {
      index: {
        number_of_shards: readNumber(options, 'shards', 1, 1000) ?? 1,
        ...(replicas !== undefined && { number_of_replicas: replicas }),
        // Nobody searches it before it is whole.
        refresh_interval: '-1',
        similarity: {
          claimset: similarityOf(description.settings.weighting),
          claimset_title: similarityOf(titleIndexSettings.weighting),
        },
        analysis: {
          tokenizer: { claimset: { type: 'whitespace', max_token_length: maxTokenChars } },
          analyzer: { claimset: { type: 'custom', tokenizer: 'claimset' } },
        },
      },
    },
    mappings: { dynamic: false, _meta: description, properties },
  };
}

/** The field that a part's terms are in. */
export function termsField(part: EnginePart): string {
  return `terms_${part}`;
}

/** The field of a part's words, each with its term. */
export function wordsField(part: EnginePart): string {
  return `words_${part}`;
}

/** BM25 as Lucene has it is its own; of the others the formula is written down. No score may be below 0: there terms of more than half of the documents add nothing. */
function similarityOf(weighting: WeightingSettings): unknown {
  if (weighting.id === 'lucene') return { type: 'BM25', k1: weighting.k1, b: weighting.b };
  const [all, n] = ['field.docCount', 'term.docFreq'];
  const robertson = `Math.log((${all} - ${n} + 0.5) / (${n} + 0.5))`;
  if (weighting.id === 'drqa')
    return scripted(
      `double idf = Math.max(0.0, ${robertson}); return query.boost * idf * idf;`,
      'weight * Math.log(1.0 + doc.freq)',
    );
  const { id, k1, b } = weighting;
  const idf = id === 'robertson' ? robertson : `${k1 + 1} * Math.log((double) ${all} / ${n})`;
  return scripted(
    `return query.boost * Math.max(0.0, ${idf});`,
    `weight * doc.freq / (doc.freq + ${k1} * (${1 - b} + ${b} * doc.length / ((double) field.sumTotalTermFreq / ${all})))`,
  );
}

function scripted(weight: string, score: string): unknown {
  return {
    type: 'scripted',
    weight_script: { source: weight },
    script: { source: `return ${score};` },
  };
}

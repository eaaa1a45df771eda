import { auxiliaryOf } from '../english/closed-words.ts';
import { inflectVerb, verbsOfForm } from '../english/verb-forms.ts';
import type { Replacement } from '../mutation-candidate.ts';
import type { TaggedWord } from './tagged-word.ts';

/** The claim with `not` at the verb of its main clause, or without it where it has one; nothing where no verb was found. */
export function negateVerb(words: readonly TaggedWord[]): Replacement[] {
  return withoutNegation(words) ?? withNegation(words);
}

function withoutNegation(words: readonly TaggedWord[]): Replacement[] | undefined {
  const at = words.findIndex(
    ({ tag, text }) => tag === 'negation' && /^(?:not|never|cannot|.*n['’]t)$/i.test(text),
  );
  const negation = words[at];
  if (negation === undefined) return undefined;
  const [before, next] = [words[at - 1], words[at + 1]];
  const text = negation.text.toLowerCase().replace('’', "'");
  const by = 'negation' as const;
  if (text === 'cannot' || text === "can't") return [{ span: negation.span, to: 'can', by }];
  if (text === "won't") return [{ span: negation.span, to: 'will', by }];
  const auxiliary = text.endsWith("n't") ? text.slice(0, -3) : before?.text.toLowerCase();
  const start = text.endsWith("n't") ? negation.span.start : (before?.span.start ?? negation.span.start);
  if (auxiliary !== undefined && auxiliaryOf(auxiliary) === 'do') {
    const verb = next?.text.toLowerCase();
    if (next === undefined || verb === undefined) return [];
    const form = ({ do: 'base', does: 's', did: 'past' } as const)[auxiliary as 'do' | 'does' | 'did'];
    return [{ span: { start, end: next.span.end }, to: inflectVerb(verb, form), by }];
  }
  if (text.endsWith("n't")) return [{ span: negation.span, to: auxiliary ?? '', by }];
  return [{ span: negation.span, to: '', by }];
}

function withNegation(words: readonly TaggedWord[]): Replacement[] {
  /** Clauses that were opened and have had no verb yet. */
  let open = 0;
  for (const [at, word] of words.entries()) {
    const { tag, form, text, span } = word;
    // `before` and `that` open a clause only where its verb comes.
    if (tag === 'relative' && at > 0) open += 1;
    const lower = text.toLowerCase();
    const auxiliary = tag === 'auxiliary' ? auxiliaryOf(lower) : undefined;
    const saysWhen =
      (auxiliary !== undefined && !/^(?:be|been|being|having)$/.test(lower)) ||
      (tag === 'verb' && (form === 'past' || form === 's' || form === 'base') && !isInfinitive(words, at));
    if (!saysWhen) continue;
    if (open > 0) {
      open -= 1;
      continue;
    }
    const by = 'negation' as const;
    if (auxiliary === 'be' || auxiliary === 'modal') return [{ span, to: `${text} not`, by }];
    if (
      auxiliary === 'have' &&
      words.slice(at + 1, at + 3).some((next) => next.form === 'participle' || next.text === 'been')
    )
      return [{ span, to: `${text} not`, by }];
    const verb = auxiliary === undefined ? word : asVerb(word);
    const helper = { past: 'did', s: 'does' }[verb.form as 'past' | 's'] ?? 'do';
    return [{ span, to: `${helper} not ${verb.base ?? lower}`, by }];
  }
  return [];
}

/** `has`, `did` where they are no auxiliaries. */
function asVerb(word: TaggedWord): TaggedWord {
  const [verb] = verbsOfForm(word.text.toLowerCase());
  return verb === undefined ? word : { ...word, ...verb };
}

function isInfinitive(words: readonly TaggedWord[], at: number): boolean {
  const before = words[at - 1];
  return before?.text.toLowerCase() === 'to' || auxiliaryOf(before?.text.toLowerCase() ?? '') !== undefined;
}

import type { RuleMeta } from '../../diagnostic/rule-meta.ts';

const source =
  'FEVER and FEVEROUS cite a sentence by its number in one dump of Wikipedia: with another dump the same number is another sentence.';

/** What `claimset remap` asks about before it changes ids. */
export const remapRules = {
  uncertain: {
    id: 'remap/uncertain',
    level: 3,
    severity: 'warning',
    since: '0.3.0',
    title: 'What cited evidence has become in a newer text is certain, or was confirmed.',
    why: 'An id that is moved to the wrong sentence makes a wrong claim that looks right: nobody sees it again.',
    help: 'Read both texts. Take it with `--accept-id "<old id>"`, all of them with `--accept`, or say what it is: `--map "<old id>=<new id>"`.',
    source,
    messages: {
      similar:
        '`{id}` (cited by {records}) may have become `{next}`, {similarity} alike. It said "{text}", that says "{nextText}".',
      copies:
        '`{id}` (cited by {records}) may have become `{next}`: both say "{text}", as others do, or their row changed.',
      otherText:
        'The fingerprint of `{id}` is not that of the old text "{text}" (in {records}): the evidence was chosen from another one, or was moved before. It would become `{next}`.',
    },
  },
  gone: {
    id: 'remap/gone',
    level: 3,
    severity: 'error',
    since: '0.3.0',
    title: 'Cited evidence is still there in the newer text.',
    why: 'The id would stand for another element of the new text, or for none.',
    help: 'Say what it has become with `--map "<old id>=<new id>"`, or take the evidence set out of the claim and look at its label again.',
    source,
    messages: {
      gone: '`{id}` (cited by {records}) said "{text}", and nothing in the new text is like it.',
      refused:
        'No record can be read from the line, so that its evidence cannot be followed. `claimset validate` says why.',
      unknown: '`{id}` (cited by {records}) is no element of the old text that can be followed.',
    },
  },
} as const satisfies Record<string, RuleMeta>;

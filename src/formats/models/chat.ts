import type { Claim } from '../../claims/claim.ts';
import { type Label, labels } from '../../claims/label.ts';
import type { OpenClaim } from '../../claims/open-claim.ts';
import { foundOf } from '../../text/found-of.ts';
import { isObject } from '../../text/is-object.ts';
import { splitLines } from '../../text/source-line.ts';
import { withUnknownEntries } from '../claim-keys.ts';
import { firstRecord } from '../first-record.ts';
import type { FormatContext, Loss, WritableFormat } from '../format.ts';
import { applyLosses, defineLoss, nativeKeyLosses } from '../loss.ts';
import { premiseLosses, premisesOf } from './premises.ts';

/** What the model is told in each conversation. */
const instruction = `Judge the claim by the evidence alone. Answer with one of: ${labels.join(', ')}.`;

const losses: readonly Loss[] = [
  ...premiseLosses,
  ...nativeKeyLosses,
  defineLoss({ id: 'keys', description: 'Unknown keys.', forget: (claim) => withUnknownEntries(claim, []) }),
  defineLoss({
    id: 'ids',
    description: 'The ids of the claim and of its evidence: a row may hold nothing but messages.',
    forget: (claim) =>
      claim.id === '' && claim.evidence.length === 0 ? claim : { ...claim, id: '', evidence: [] },
  }),
];

interface Message {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
}

/** Conversations that a chat model is fine-tuned with: a row for each claim and evidence set. */
export const chat: WritableFormat = {
  id: 'chat',
  title: 'OpenAI chat fine-tuning',
  url: 'https://platform.openai.com/docs/guides/supervised-fine-tuning',
  extensions: ['jsonl'],
  page: {
    about:
      'Conversations that chat models are fine-tuned with: JSON Lines, one row for each claim and evidence set, with the system’s instruction, the claim and its evidence from the user, and the label from the assistant.',
    fields: [
      ['messages[0]', `\`system\`: "${instruction}"`],
      [
        'messages[1]',
        '`user`: `Claim: ` and the claim, a blank line, `Evidence:`, and the text of the set on the next line',
      ],
      ['messages[2]', '`assistant`: the label'],
    ],
    notes: [
      'A row has no key besides `messages`: the service refuses others. It also refuses files with fewer than 10 rows; claimset writes them all the same.',
      'A NOT ENOUGH INFO claim without evidence gets a sentence of the corpus, drawn as in [nli](nli.md). `--negatives` adds a row for each record that does not decide a claim, answered NOT ENOUGH INFO.',
      'The rows cannot be read back as claims, because they have no ids. `--verify` compares each with what the claims say.',
    ],
    clients: [],
  },
  losses,
  heeds: ['evidenceStyle', 'negatives', 'seed'],
  sniff: (head) => {
    const record = firstRecord(head);
    return isObject(record) && Array.isArray(record.messages);
  },
  *write(claims, context) {
    for (const claim of claims) {
      for (const messages of conversationsOf(claim, context)) yield `${JSON.stringify({ messages })}\n`;
    }
  },
  *compare(text, claims, context) {
    const lines = splitLines('', text);
    let row = 0;
    for (const claim of claims) {
      for (const messages of conversationsOf(claim, context)) {
        row += 1;
        const { value: line } = lines.next();
        if (line === undefined) {
          yield `it ends before row ${row}, that of claim ${JSON.stringify(claim.id)}`;
          return;
        }
        for (const problem of differences(line.text, messages))
          yield `row ${row}, that of claim ${JSON.stringify(claim.id)}: ${problem}`;
      }
    }
    const more = [...lines].length;
    if (more > 0) yield `it has ${row + more} rows, not ${row}`;
  },
};

function conversationsOf(claim: OpenClaim, context: FormatContext): Message[][] {
  // The ids go last, and are not in the messages anyway; the premise is drawn by that of the claim.
  const kept = applyLosses(premiseLosses, claim, context).claim as Claim | undefined;
  if (kept === undefined) return [];
  return premisesOf(kept, context).map(({ text, label }) => conversation(kept.claim, text, label));
}

function conversation(claim: string, evidence: string, label: Label): Message[] {
  return [
    { role: 'system', content: instruction },
    { role: 'user', content: `Claim: ${claim}\n\nEvidence:\n${evidence}` },
    { role: 'assistant', content: label },
  ];
}

/** What a row has that it should not have, or the other way round. */
function* differences(line: string, messages: readonly Message[]): Generator<string> {
  let json: unknown;
  try {
    json = JSON.parse(line) as unknown;
  } catch {
    yield 'it is not JSON';
    return;
  }
  if (!isObject(json) || !Array.isArray(json.messages)) {
    yield `expected an object with messages, found ${foundOf(json)}`;
    return;
  }
  const others = Object.keys(json).filter((key) => key !== 'messages');
  if (others.length > 0) yield `it has other keys: ${others.join(', ')}`;
  const found = json.messages as unknown[];
  if (found.length !== messages.length) yield `it has ${found.length} messages, not ${messages.length}`;
  for (const [which, message] of messages.entries()) {
    if (JSON.stringify(found[which]) !== JSON.stringify(message))
      yield `the ${message.role} says something else`;
  }
}

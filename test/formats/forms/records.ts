import { expect } from 'vitest';
import type { FormRecord, RecordForm } from '../../../src/claims/record-form.ts';
import { formatRules } from '../../../src/formats/format-rules.ts';
import { forms } from '../../../src/formats/forms/index.ts';
import { readJsonLines } from '../../../src/formats/json-lines.ts';
import type { Span } from '../../../src/text/span.ts';

/** The record of a line that is a JSON object. */
export function recordOf(text: string): FormRecord {
  const [line] = readJsonLines({ file: 'x', text });
  expect(line?.diagnostics).toBeUndefined();
  return line?.record as FormRecord;
}

/** The form of an id. */
export function formOf(id: string): RecordForm {
  const form = forms.find((other) => other.id === id);
  if (form === undefined) throw new Error(`There is no form ${id}.`);
  return form;
}

/**
 * What a form says of a record that it refuses, one string a finding: the text at its place, the message, the help where it is not
 * its rule's, what is offered or fixed (`->`), and what it points at besides.
 */
export function complaints(id: string, text: string): string[] {
  const record = recordOf(text);
  const found = [...formOf(id).explain(record)];
  expect(formOf(id).claimOf(record.json) === undefined).toBe(found.length > 0);
  return found.map(({ place, ruleId, message, help, related, fix, suggestions = [] }) => {
    expect([place.start.offset, place.end.offset]).toEqual([place.span.start, place.span.end]);
    expect(place.lineText).toBe(text);
    const at = ({ span: { start, end } }: { span: Span }) =>
      end - start === text.length ? 'the record' : text.slice(start, end);
    const edits = [...(fix ?? []), ...suggestions.flatMap((suggestion) => suggestion.edits)];
    for (const { span } of edits) expect(span).toEqual(place.span);
    const rule = Object.values(formatRules).find((meta) => meta.id === ruleId);
    return [
      `${at(place)}: ${message}`,
      ...(help === rule?.help ? [] : [help]),
      ...edits.map((edit) => `${fix === undefined ? '->' : 'fix ->'} ${edit.text}`),
      ...related.map((other) => `(${at(other.place)}: ${other.message})`),
    ].join(' ');
  });
}

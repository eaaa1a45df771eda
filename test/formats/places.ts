import { expect } from 'vitest';
import { findReadableFormat } from '../../src/formats/index.ts';
import { context } from './example-claims.ts';

/** What reading gives: `line:column-line:column rule message` for a finding, the claim's id in brackets for a claim. */
export function readings(format: string, text: string): string[] {
  return [...findReadableFormat(format).read({ file: 'x', text }, context)].flatMap(
    ({ claim, diagnostic }) => {
      if (diagnostic === undefined) return claim === undefined ? [] : `[${JSON.stringify(claim.id)}]`;
      const { start, end, span } = diagnostic.place;
      expect([start.offset, end.offset]).toEqual([span.start, span.end]);
      return `${start.line}:${start.column}-${end.line}:${end.column} ${diagnostic.ruleId} ${diagnostic.message}`;
    },
  );
}

import { type BaselineEntry, baselineSchema } from '../diagnostic/baseline.ts';
import { parseJsonFile } from './parse-json-file.ts';

const help = 'Restore the file from version control, or delete it and write it anew with --update-baseline.';

/** The baseline that a file's text holds; `name` is what messages call it. @throws ToolError BASELINE_INVALID with the place. */
export function parseBaseline(name: string, text: string): readonly BaselineEntry[] {
  return parseJsonFile({ name, text, code: 'BASELINE_INVALID', help }, baselineSchema).value.findings;
}

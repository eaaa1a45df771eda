import { ToolError } from '../../errors.ts';
import { type Analyzer, createAnalyzer } from '../../retrieve/analysis/analyzer.ts';
import type { IndexSettings } from '../../retrieve/index/text-index.ts';
import type { SearchLevel } from '../../retrieve/records/search-level.ts';
import { type EngineDescription, levelsOf, type PartDescription } from './engine-description.ts';
import type { EnginePart } from './engine-part.ts';

/** An index of an engine as it was at the last question: it may be replaced at any time. */
export class KnownIndex {
  readonly #shown: string;
  #description: EngineDescription;
  #analyzer: Analyzer;

  constructor(shown: string, description: EngineDescription) {
    this.#shown = shown;
    this.#description = description;
    this.#analyzer = createAnalyzer(description.settings.analysis);
  }

  /** Takes over what the index says of itself now. */
  renew(description: EngineDescription): void {
    if (JSON.stringify(description.settings) !== JSON.stringify(this.settings))
      this.#analyzer = createAnalyzer(description.settings.analysis);
    this.#description = description;
  }

  get settings(): IndexSettings {
    return this.#description.settings;
  }

  get analyzer(): Analyzer {
    return this.#analyzer;
  }

  get levels(): readonly SearchLevel[] {
    return levelsOf(this.#description);
  }

  has(part: EnginePart): boolean {
    return this.#description.parts[part] !== undefined;
  }

  /** As `EvidenceSearcher` has it. */
  settingsOf(level: SearchLevel): IndexSettings | undefined {
    return this.has(level) ? this.settings : undefined;
  }

  /** Number of records of a level; 0 of one that it does not have. */
  sizeOf(level: SearchLevel): number {
    return this.#description.parts[level]?.size ?? 0;
  }

  /** @throws ToolError SEARCH_LEVEL for a part that it does not have. */
  part(part: EnginePart): PartDescription {
    const description = this.#description.parts[part];
    if (description !== undefined) return description;
    throw new ToolError(
      'SEARCH_LEVEL',
      `${this.#shown} has no level "${part}", only ${this.levels.join(', ')}. Fill it with \`claimset index --engine --level ${part}\`.`,
    );
  }
}

/** For a record that an engine should have and does not. */
export function lostRecord(shown: string): ToolError {
  return new ToolError(
    'ENGINE_FAILED',
    `${shown} has lost a record. Make the index anew with \`claimset index --engine\`.`,
  );
}

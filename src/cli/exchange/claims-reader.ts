import { isLabelled, type OpenClaim } from '../../claims/open-claim.ts';
import { CarriedEvidence } from '../../corpus/carried-evidence.ts';
import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import type { FormatContext, ReadableFormat, ReadSource } from '../../formats/format.ts';
import { type LabelMap, mapLabel } from '../../formats/map-label.ts';
import { readFormat } from '../../formats/read-format.ts';

/** Reads the claims of files one by one, and keeps what else was met on the way. */
export class ClaimsReader {
  /** What could not be read, in the order of the files. */
  readonly diagnostics: Diagnostic[] = [];
  /** The texts that the files carried, before the corpus. */
  readonly carried: CarriedEvidence;
  readonly #format: ReadableFormat;
  readonly #sources: Iterable<ReadSource>;
  readonly #context: FormatContext;
  readonly #labelOf: LabelMap;
  readonly #otherLabels = new Map<string, number>();
  readonly #unmapped: Set<string>;
  readonly #differing = new Set<string>();
  #claims = 0;

  /**
   * @param sources asked for one by one: what only comes when it is asked for need not be held together
   * @param context the one that claims are to be written with looks into `carried`
   */
  constructor(
    format: ReadableFormat,
    sources: Iterable<ReadSource>,
    context: FormatContext,
    labelOf: LabelMap = new Map(),
  ) {
    this.#format = format;
    this.#sources = sources;
    this.carried = new CarriedEvidence(context.evidence);
    this.#context = { ...context, evidence: this.carried };
    this.#labelOf = labelOf;
    this.#unmapped = new Set(labelOf.keys());
  }

  /** The context in which the carried texts are known: only good for claims that were already read. */
  get context(): FormatContext {
    return this.#context;
  }

  /** Number of claims read so far. */
  get claims(): number {
    return this.#claims;
  }

  /** How many claims have a label that is none of the three, after mapping; `(none)` for those without. */
  get otherLabels(): ReadonlyMap<string, number> {
    return this.#otherLabels;
  }

  /** Labels that were to be mapped and that no claim has had. */
  get unmapped(): ReadonlySet<string> {
    return this.#unmapped;
  }

  /** Ids for which a file carries two different texts. */
  get differing(): ReadonlySet<string> {
    return this.#differing;
  }

  /** Whether something could not be read that should have been. */
  get hasErrors(): boolean {
    return this.diagnostics.some(({ severity }) => severity === 'error');
  }

  *read(): Generator<OpenClaim> {
    for (const source of this.#sources) {
      for (const { claim, text, diagnostic } of readFormat(this.#format, source, this.#context)) {
        if (diagnostic !== undefined) this.diagnostics.push(diagnostic);
        if (text !== undefined && !this.carried.add(text.id, text.text)) this.#differing.add(text.id);
        if (claim === undefined) continue;
        this.#claims += 1;
        if (this.#unmapped.size > 0 && claim.label !== undefined) this.#unmapped.delete(claim.label);
        const mapped = mapLabel(claim, this.#labelOf);
        if (!isLabelled(mapped)) {
          const label = mapped.label ?? '(none)';
          this.#otherLabels.set(label, (this.#otherLabels.get(label) ?? 0) + 1);
        }
        yield mapped;
      }
    }
  }
}

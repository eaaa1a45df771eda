import type { Config } from '../../claims/config.ts';
import type { CommandIo } from '../command-io.ts';
import type { IndexOptions } from './index-options.ts';

/** What `claimset index` is asked for. */
export interface IndexCorpusOptions extends IndexOptions {
  readonly check?: boolean;
  readonly corpus?: string;
  readonly dataset?: string;
  readonly engine?: string;
  readonly json?: boolean;
  readonly output?: string;
}

/** An index that is to be made. */
export interface IndexTask {
  readonly config: Config;
  /** Path of the articles. */
  readonly corpus: string;
  /** Path of the index file. */
  readonly path: string;
  readonly options: IndexCorpusOptions;
  readonly io: CommandIo;
}

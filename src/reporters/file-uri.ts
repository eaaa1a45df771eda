import { plainPath } from '../text/plain-path.ts';
import { wellFormed } from '../text/well-formed.ts';

/** A file as a URI. */
export interface FileUri {
  readonly uri: string;
  /** Whether it is relative to the folder in which claimset was run. */
  readonly isRelative: boolean;
}

/**
 * The URI of a file as the user names it: percent-encoded, so that no character of a name is taken for part of a URI, and without
 * `./` at its beginning. An absolute path becomes a `file:` URI.
 *
 * @see RFC 3986, and RFC 8089 for files.
 */
export function fileUri(file: string): FileUri {
  const path = plainPath(file);
  const drive = /^[A-Za-z]:(?=\/)/.exec(path)?.[0];
  const isRelative = drive === undefined && !path.startsWith('/');
  const encoded = path
    .slice(drive?.length ?? 0)
    .split('/')
    // Halves of surrogate pairs have no UTF-8, and thus no encoding.
    .map((segment) => encodeURIComponent(wellFormed(segment)))
    .join('/');
  if (isRelative) return { uri: encoded, isRelative };
  return { uri: `file://${drive === undefined ? '' : `/${drive}`}${encoded}`, isRelative };
}

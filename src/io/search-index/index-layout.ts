/** The first line of an index file. The number is raised whenever what stands in it, or how a text is taken apart, changes. */
export const indexMagic = 'claimset search 1\n';
/** What the first line of an index file of any version begins with. */
export const anyIndexMagic = 'claimset search ';
/** Bytes before the first part. */
export const headBytes = 64;
/** The last bytes: length and sum of the header before them, in four bytes each, and {@link endMagic}. */
export const tailBytes = 16;
export const endMagic = 'CLAIMSET';
/** Longer headers are not read. */
export const maxHeaderBytes = 1 << 20;

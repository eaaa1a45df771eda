/**
 * How evidence is written where a format carries its text: `text` as it stands in the article; `context` with title, heading and
 * headers of the cell before it, `[title; section; headers] text`; `highlighted` in its paragraph, between `<e>` and `</e>`; `ids`
 * not at all, the ids instead.
 */
export const evidenceStyles = ['ids', 'text', 'context', 'highlighted'] as const;

export type EvidenceStyle = (typeof evidenceStyles)[number];

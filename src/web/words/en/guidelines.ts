/** What the page says in English: guidelines. */
export const guidelinesWords = {
  title: 'Guidelines',
  open: 'guidelines',
  contents: 'Contents',
  missingTitle: 'This dataset has no guidelines yet',
  missing:
    'Write them as Markdown in claims/guidelines.md, in the folder of the dataset. They show up here without a restart. The setting annotate.guidelines names another file.',
  failed: 'The guidelines could not be loaded',
  failedHelp: 'They are on the server, which does not answer now.',
} as const;

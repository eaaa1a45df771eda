/** What the page says in English: checks. */
export const checksWords = {
  heading: 'Checks',
  nothing: 'Nothing to complain about.',
  waiting: 'Checked as soon as there is a verdict.',
  severity: { error: 'Error', warning: 'Warning', info: 'Note' },
  why: 'Why',
  whatToDo: 'What to do',
  rule: 'Rule',
  count: (errors: number, others: number) =>
    [
      ...(errors > 0 ? [`${errors} ${errors === 1 ? 'error' : 'errors'}`] : []),
      ...(others > 0 ? [`${others} ${others === 1 ? 'remark' : 'remarks'}`] : []),
    ].join(', '),
} as const;

/** Stands in the first lines of every report, whatever its format: a file with it may be written over. */
export const reportMark = 'claimset dataset report';

/** The file that a claim of a file in a folder `unlabelled` goes to once it has a label: the same name, without that folder. */
export function labelledFileOf(file: string): string {
  return file
    .split('/')
    .filter((part, at, parts) => part !== 'unlabelled' || at === parts.length - 1)
    .join('/');
}

import { labels } from '../../claims/label.ts';
import { compareDiagnostics } from '../../diagnostic/diagnostic.ts';
import { plural } from '../../text/plural.ts';
import { printable } from '../../text/printable.ts';
import type { CommandIo } from '../command-io.ts';
import { report } from '../report/report.ts';
import type { ClaimsReader } from './claims-reader.ts';

/** Tells on stderr what could not be read, and which labels are none of the three. */
export async function tellAboutReading(reader: ClaimsReader, files: number, io: CommandIo): Promise<void> {
  const { diagnostics, claims, otherLabels, unmapped, differing } = reader;
  if (diagnostics.length > 0)
    await report([...diagnostics].sort(compareDiagnostics), { files, records: claims }, io.stderr, io);
  for (const [label, count] of otherLabels) {
    const words = label === '(none)' ? 'no label' : `the label ${printable(label)}`;
    const help =
      label === '(none)'
        ? ''
        : `: it was kept; --map-label ${printable(JSON.stringify(`${label}=${labels[2]}`))} would map it`;
    await io.stderr.write(`${count} ${plural('claim', count)} with ${words}${help}\n`);
  }
  for (const label of unmapped)
    await io.stderr.write(
      `warning: no claim has the label ${printable(label)}: --map-label maps nothing there\n`,
    );
  if (differing.size > 0) {
    const [first = ''] = differing;
    await io.stderr.write(
      `warning: ${differing.size} ${plural('evidence id', differing.size)} with two different texts, such as ${printable(first)}: the first was kept\n`,
    );
  }
}

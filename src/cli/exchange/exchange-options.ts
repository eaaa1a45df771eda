import { type Command, InvalidArgumentError, Option } from 'commander';
import { type Label, labels } from '../../claims/label.ts';
import { evidenceStyles } from '../../formats/evidence-style.ts';
import type { LabelMap } from '../../formats/map-label.ts';
import { parseSeed } from '../options.ts';

/** `--map-label from=to`, repeatable, collected into one map. */
export function addMapLabelOption(command: Command): Command {
  return command.addOption(
    new Option(
      '--map-label <from=to>',
      'what a label of the dataset becomes, such as DISPUTED="NOT ENOUGH INFO" (repeatable; default: labels that are none of the three stay as they are)',
    ).argParser((value: string, previous: LabelMap = new Map()) => {
      const at = value.lastIndexOf('=');
      const to = value.slice(at + 1);
      if (at <= 0 || !(labels as readonly string[]).includes(to)) {
        throw new InvalidArgumentError(
          `Write it like mixture="NOT ENOUGH INFO": to is one of ${labels.join(', ')}.`,
        );
      }
      return new Map([...previous, [value.slice(0, at), to as Label]]);
    }),
  );
}

/** `--evidence` and `--seed`, for formats that carry texts or draw at random. */
export function addEvidenceOptions(command: Command): Command {
  return command
    .addOption(
      new Option(
        '--evidence <style>',
        'where the format carries the text of evidence: as text, with its context, highlighted in its paragraph, or only ids',
      ).choices(evidenceStyles),
    )
    .option('--seed <number>', 'for what a format draws at random (default: 0)', parseSeed);
}

import { Argument } from 'commander';
import { type SchemaName, schemaNames } from '../../claims/schema-names.ts';
import { defineCommand } from '../command.ts';

/** What claimset prints for other programs, by the name of its schema. */
const printedName = 'scores';
const names = [...schemaNames, printedName].sort();

export const schema = defineCommand<[SchemaName | typeof printedName], object>({
  configure: (command) => {
    command.addArgument(new Argument('<name>', 'which file the schema is for').choices(names));
  },
  examples: [
    ['claimset schema claim', 'of one line of claims/*.jsonl'],
    ['claimset schema config > config.schema.json', 'of claimset.config.json'],
    ['claimset schema scores', 'of what `claimset score --json` prints'],
  ],
  run: async ([name], _options, io) => {
    const { printJsonSchema, printSchema } = await import('../../claims/json-schemas.ts');
    if (name === printedName) {
      const { scoresSchema } = await import('../../score/print/scores-schema.ts');
      await io.stdout.write(printSchema(name, scoresSchema));
    } else await io.stdout.write(printJsonSchema(name));
    return 0;
  },
});

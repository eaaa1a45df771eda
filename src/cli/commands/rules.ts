import { defineCommand } from '../command.ts';
import { addProfileOption } from '../options.ts';
import { printOptionsFor } from '../print-options.ts';
import { printRuleTable, tableWidth } from '../rules/print-rule-table.ts';
import { ruleCatalogue, rulesOfGroup } from '../rules/rule-catalogue.ts';
import { ruleRecord, rulesVersion } from '../rules/rule-record.ts';

interface Options {
  readonly json?: boolean;
  readonly profile?: readonly string[];
}

export const rules = defineCommand<[string | undefined], Options>({
  configure: (command) => {
    addProfileOption(command.argument('[group]', 'only this group, such as evidence')).option(
      '--json',
      'as JSON, with all that is known of each rule but its examples',
    );
  },
  examples: [
    ['claimset rules', 'all rules: level, severity, whether --fix mends it, what it asks for'],
    ['claimset rules claim --profile strict', 'one group as a profile has it'],
    ['claimset rules --json', 'for programs'],
  ],
  run: async ([group], { json, profile = [] }, io) => {
    const listed = group === undefined ? ruleCatalogue : rulesOfGroup(group);
    if (json === true) {
      const records = listed.map((rule) => `\n${JSON.stringify(ruleRecord(rule, profile))}`);
      const head = JSON.stringify({ version: rulesVersion, profiles: profile }).slice(0, -1);
      await io.stdout.write(`${head},"rules":[${records.join(',')}\n]}\n`);
    } else {
      await io.stdout.write(printRuleTable(listed, profile, printOptionsFor(io, tableWidth)));
    }
    return 0;
  },
});

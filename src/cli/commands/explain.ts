import { defineCommand } from '../command.ts';
import { printOptionsFor } from '../print-options.ts';
import { printRule } from '../rules/print-rule.ts';
import { printRuleTable, tableWidth } from '../rules/print-rule-table.ts';
import { findRules } from '../rules/rule-catalogue.ts';
import { exampleRecords, ruleRecord, rulesVersion } from '../rules/rule-record.ts';

interface Options {
  readonly json?: boolean;
}

export const explain = defineCommand<[string], Options>({
  configure: (command) => {
    command
      .argument('<rule>', 'id of a rule as findings show it, or a group of rules')
      .option('--json', 'as JSON, with the rules of a group in full');
  },
  examples: [
    ['claimset explain evidence/unresolved', 'what it asks for, why, what to do, right and wrong examples'],
    ['claimset explain claim', 'the rules about the text of a claim'],
  ],
  run: async ([name], { json }, io) => {
    const found = findRules(name);
    const [rule] = found;
    if (json === true) {
      const rules = found.map((one) => ({ ...ruleRecord(one, []), ...exampleRecords(one) }));
      await io.stdout.write(`${JSON.stringify({ version: rulesVersion, rules })}\n`);
    } else {
      const isOne = rule !== undefined && rule.id === name;
      await io.stdout.write(
        isOne
          ? printRule(rule, printOptionsFor(io))
          : printRuleTable(found, [], printOptionsFor(io, tableWidth)),
      );
    }
    return 0;
  },
});

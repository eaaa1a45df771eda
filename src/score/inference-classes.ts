/** The names of the classes of natural language inference, in capitals, with the labels of FEVER; neutral is a known spelling of its own. */
export const inferenceClasses: ReadonlyMap<string, string> = new Map([
  ['ENTAILMENT', 'SUPPORTS'],
  ['CONTRADICTION', 'REFUTES'],
]);

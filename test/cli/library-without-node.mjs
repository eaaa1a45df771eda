// Run by main.test.ts: what the built library does where Node's globals are missing, as in a browser, as one line of JSON.
delete globalThis.Buffer;
delete globalThis.process;
const {
  createRecordChecker,
  decodeLossless,
  EvidenceIndex,
  formats,
  parseCorpusFile,
  readFormat,
  readLines,
  reporters,
  splitClaims,
  validate,
} = await import('../../dist/index.js');

const encode = (text) => new TextEncoder().encode(text);
const { articles } = parseCorpusFile('a.txt', encode('Café\n\nOne. Café_sentence_0\n'));
const evidence = new EvidenceIndex(articles);
const claim = { id: 1, claim: 'One é, "😀".', label: 'SUPPORTS', evidence: [['Café_sentence_0']] };
const read = formats.map((format) => {
  const text = [...format.write([claim], { evidence })].join('');
  const [result] = readFormat(format, { file: 'x', ...decodeLossless(encode(text)) }, { evidence });
  return [format.id, result.claim];
});
const lines = readLines('x', [
  encode('{"id":1,"claim":"One","label":"Supports","evidence":[["B_sentence_0"]]}\n'),
]);
const diagnostics = [];
for await (const diagnostic of validate({ evidence, files: [{ kind: 'claim', lines }] }))
  diagnostics.push(diagnostic);
const keystroke = createRecordChecker(evidence);
const counts = { error: 1, warning: 0, info: 0 };
const summary = { files: 1, records: 1, counts, fixable: 1, fixed: 0 };
console.log(
  JSON.stringify({
    globals: [typeof globalThis.Buffer, typeof globalThis.process],
    read: Object.fromEntries(read),
    splits: [...splitClaims([claim], { ratios: { all: 1 }, seed: 0, nearDuplicate: 0.8 }).assignments],
    rules: diagnostics.map(({ ruleId }) => ruleId),
    keystroke: keystroke({ ...claim, claim: 'One comes é' }).map(({ ruleId }) => ruleId),
    reports: reporters.filter(
      (reporter) =>
        [...reporter.render({ diagnostics, summary, rules: [] }, { color: true })].join('') !== '',
    ).length,
  }),
);

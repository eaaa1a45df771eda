// Run by main.test.ts: what the built library does where Node's globals are missing, as in a browser, as one line of JSON.
delete globalThis.Buffer;
delete globalThis.process;
const {
  buildSearcher,
  configSchema,
  corpusFormats,
  createRecordChecker,
  decodeLossless,
  defaultIndexSettings,
  draftOfArticle,
  EvidenceIndex,
  folderFormats,
  formats,
  parseCorpusFile,
  parseQuery,
  readCorpusFormat,
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
const sourceOf = (pieces) => ({ file: 'x', ...decodeLossless(encode([...pieces].join(''))) });
const read = formats.flatMap((format) => {
  const source = format.write === undefined ? undefined : sourceOf(format.write([claim], { evidence }));
  if (source === undefined || format.read === undefined) return [];
  return [[format.id, [...readFormat(format, source, { evidence })].find((result) => result.claim)?.claim]];
});
const drafts = articles.map(draftOfArticle);
const readArticles = corpusFormats
  .filter((format) => format.write !== undefined)
  .map((format) => {
    const [result] = readCorpusFormat(format, sourceOf(format.write(drafts)), {});
    return [format.id, result.article?.elements[0]?.text];
  });
const readFolders = [];
for (const format of folderFormats) {
  const dataset = { config: configSchema.parse({}), splits: new Map([['train', [claim]]]) };
  const files = new Map();
  const written = [];
  const write = async ({ path, pieces }) => {
    const chunks = [...pieces].map((piece) => (typeof piece === 'string' ? encode(piece) : piece));
    const bytes = new Uint8Array(await new Blob(chunks).arrayBuffer());
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    const sha256 = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    files.set(path, bytes);
    written.push({ path, bytes: bytes.length, sha256 });
  };
  for (const file of format.files(dataset, { evidence })) await write(file);
  for (const file of format.filesAbout?.(dataset, [...written], { evidence }) ?? []) await write(file);
  const folder = { paths: [...files.keys()].sort(), bytes: (path) => files.get(path) };
  const { splits, problems } = await format.read(folder, { evidence });
  readFolders.push([format.id, { claims: splits.get('train'), problems }]);
}
const lines = readLines('x', [
  encode('{"id":1,"claim":"One","label":"Supports","evidence":[["B_sentence_0"]]}\n'),
]);
const diagnostics = [];
for await (const diagnostic of validate({ evidence, files: [{ kind: 'claim', lines }] }))
  diagnostics.push(diagnostic);
const keystroke = createRecordChecker(evidence);
const counts = { error: 1, warning: 0, info: 0 };
const summary = { files: 1, records: 1, counts, fixable: 1, fixed: 0 };
const searcher = buildSearcher('articles', articles, ['element'], defaultIndexSettings);
const found = await searcher.search({ query: parseQuery('ones'), level: 'element', count: 1 });
console.log(
  JSON.stringify({
    found: found.map(({ id }) => id),
    globals: [typeof globalThis.Buffer, typeof globalThis.process],
    read: Object.fromEntries(read),
    readArticles: Object.fromEntries(readArticles),
    readFolders: Object.fromEntries(readFolders),
    splits: [...splitClaims([claim], { ratios: { all: 1 }, seed: 0, nearDuplicate: 0.8 }).assignments],
    rules: diagnostics.map(({ ruleId }) => ruleId),
    keystroke: keystroke({ ...claim, claim: 'One comes é' }).map(({ ruleId }) => ruleId),
    reports: reporters.filter(
      (reporter) =>
        [...reporter.render({ diagnostics, summary, rules: [] }, { color: true })].join('') !== '',
    ).length,
  }),
);

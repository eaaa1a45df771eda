import fc from 'fast-check';
import { expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { arbitraryReport } from './arbitrary-report.ts';
import { renderText } from './render-text.ts';
import { claimLine, reportOf, sampleReport } from './reports.ts';

/**
 * What we write of JUnit's XML, which has no schema of its own. It is a part of what the readers of others take: Jenkins's xunit plugin
 * (`junit-10.xsd`: these elements and attributes, and of those of a suite the four that it asks for) and GitLab
 * (`lib/gitlab/ci/parsers/test/junit.rb`: one `failure` of a test case; a test is known by the names of its suite, class and case,
 * so that none may stand twice).
 */
const schema = `<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:attributeGroup name="counts">
    <xs:attribute name="name" type="xs:string" use="required"/>
    <xs:attribute name="tests" type="xs:nonNegativeInteger" use="required"/>
    <xs:attribute name="failures" type="xs:nonNegativeInteger" use="required"/>
    <xs:attribute name="errors" type="xs:nonNegativeInteger" use="required"/>
    <xs:attribute name="time" type="xs:decimal" use="required"/>
  </xs:attributeGroup>
  <xs:element name="testsuites">
    <xs:complexType>
      <xs:sequence><xs:element ref="testsuite" maxOccurs="unbounded"/></xs:sequence>
      <xs:attributeGroup ref="counts"/>
    </xs:complexType>
  </xs:element>
  <xs:element name="testsuite">
    <xs:complexType>
      <xs:sequence><xs:element ref="testcase" maxOccurs="unbounded"/></xs:sequence>
      <xs:attributeGroup ref="counts"/>
    </xs:complexType>
    <xs:unique name="case"><xs:selector xpath="testcase"/><xs:field xpath="@classname"/><xs:field xpath="@name"/></xs:unique>
  </xs:element>
  <xs:element name="testcase">
    <xs:complexType>
      <xs:choice minOccurs="0">
        <xs:element name="failure">
          <xs:complexType>
            <xs:simpleContent>
              <xs:extension base="xs:string">
                <xs:attribute name="type" type="xs:string" use="required"/>
                <xs:attribute name="message" type="xs:string" use="required"/>
              </xs:extension>
            </xs:simpleContent>
          </xs:complexType>
        </xs:element>
        <xs:element name="system-out" type="xs:string"/>
      </xs:choice>
      <xs:attribute name="name" type="xs:string" use="required"/>
      <xs:attribute name="classname" type="xs:string" use="required"/>
      <xs:attribute name="time" type="xs:decimal" use="required"/>
    </xs:complexType>
  </xs:element>
</xs:schema>`;

/** What a validating XML parser (libxml2) says about the texts. */
async function xmlErrors(texts: readonly string[]): Promise<string[]> {
  const xml = texts.map((contents, which) => ({ fileName: `${which}.xml`, contents }));
  const { errors } = await validateXML({ xml, schema });
  return errors.map(({ rawMessage }) => rawMessage);
}

test('a suite a file, a case a rule and record; infos pass', async () => {
  const report = sampleReport({
    'claims/a.jsonl': [
      claimLine('a&b', 'One.', 'A town_sentence_8', 'A town_sentence_9'),
      claimLine('a-2', 'No period', 'A town_sentence_0'),
    ],
    'claims/b.jsonl': ['{"id":'],
  });
  const [first] = report.diagnostics;
  if (first === undefined) throw new Error('There are findings.');
  const info = { ...first, ruleId: 'claim/unknown-entity', severity: 'info' as const };
  const xml = renderText('junit', reportOf([...report.diagnostics, info], { files: 2, records: 3 }));
  expect(xml).toMatchInlineSnapshot(`
    "<?xml version="1.0" encoding="UTF-8"?>
    <testsuites name="claimset" tests="4" failures="3" errors="0" time="0">
      <testsuite name="claims/a.jsonl" tests="3" failures="2" errors="0" time="0">
        <testcase name="claim a&amp;b" classname="claim/unknown-entity" time="0">
          <system-out>claims/a.jsonl:1:60 info: \`A town_sentence_8\`: the article &quot;A town&quot; has no such element.
    help: Did you mean \`A town_sentence_1\`?</system-out>
        </testcase>
        <testcase name="claim a&amp;b" classname="evidence/unresolved" time="0">
          <failure type="evidence/unresolved" message="\`A town_sentence_8\`: the article &quot;A town&quot; has no such element. (and 1 more)">claims/a.jsonl:1:60 error: \`A town_sentence_8\`: the article &quot;A town&quot; has no such element.
    help: Did you mean \`A town_sentence_1\`?
    claims/a.jsonl:1:80 error: \`A town_sentence_9\`: the article &quot;A town&quot; has no such element.
    help: Did you mean \`A town_sentence_1\`?</failure>
        </testcase>
        <testcase name="claim a-2" classname="claim/no-final-period" time="0">
          <failure type="claim/no-final-period" message="The claim does not end with a period.">claims/a.jsonl:2:21 warning: The claim does not end with a period.
    help: End the claim with a period.</failure>
        </testcase>
      </testsuite>
      <testsuite name="claims/b.jsonl" tests="1" failures="1" errors="0" time="0">
        <testcase name="line 1" classname="file/json-syntax" time="0">
          <failure type="file/json-syntax" message="The line is not JSON.">claims/b.jsonl:1:7 error: The line is not JSON.
    help: The line ends too early.</failure>
        </testcase>
      </testsuite>
    </testsuites>
    "
  `);
  expect(await xmlErrors([xml, renderText('junit', reportOf([], { files: 1, records: 1 }))])).toEqual([]);
});

test('every report is XML 1.0 of that form', async () => {
  const texts = fc.sample(arbitraryReport, 100).map((report) => renderText('junit', report));
  expect(await xmlErrors(texts)).toEqual([]);
});

test('the parser would say so', async () => {
  const good = renderText('junit', reportOf([], { files: 1, records: 1 }));
  const bad = ['\u001b', '\ufffe', '&', '<b>', '" x="'].map((data) => good.replace('1 record of', data));
  for (const text of bad) expect(await xmlErrors([text])).not.toEqual([]);
});

test('tests and failures are counted for each suite and for all', () => {
  fc.assert(
    fc.property(arbitraryReport, (report) => {
      const xml = renderText('junit', report);
      const countsOf = (text: string) => [
        text.match(/<testcase /g)?.length ?? 0,
        text.match(/<failure /g)?.length ?? 0,
      ];
      const stated = (text: string) => /tests="(\d+)" failures="(\d+)"/.exec(text)?.slice(1).map(Number);
      expect(stated(xml)).toEqual(countsOf(xml));
      for (const suite of xml.split('<testsuite ').slice(1)) expect(stated(suite)).toEqual(countsOf(suite));
    }),
  );
});

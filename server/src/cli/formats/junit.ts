/**
 * Findings in the XML of JUnit: a suite for each file, a test for each finding; advice that fails no run is a test that
 * passes.
 */

import { placeOf } from '../../report/place.ts';
import { visible } from '../../text/visible.ts';
import { isFailure } from '../fail-on.ts';
import type { Report } from '../report.ts';
import { type Element, xml } from './xml.ts';

export function junitReport(report: Report): string {
  const suites = [...report.files.map(file => suiteOf(file, report)), ...notCheckedSuites(report)];
  // Readers take a report without tests for a failed run.
  const all = suites.length > 0 ? suites : [suite('mender-lint', [testcase('no findings', 'mender-lint', {})])];
  return xml({ name: 'testsuites', attributes: { name: 'Mender Lint', ...totals(all) }, content: all });
}

function suiteOf({ path, document, findings }: Report['files'][number], { failOn }: Report): Element {
  const cases = findings.map(finding => {
    const { rule, severity, message, range, fixes } = finding;
    const { line, column } = placeOf(document, range).start;
    const details = [`${path}:${line}:${column}: ${severity}: ${message}`, ...fixes.map(({ title }) => title)];
    const content = details.map(visible).join('\n');
    const result: Element = isFailure(finding, { failOn })
      ? { name: 'failure', attributes: { type: severity, message }, content }
      : { name: 'system-out', attributes: {}, content };
    return testcase(`${rule} (${line}:${column})`, path, { file: path, line }, result);
  });
  return suite(path, cases);
}

function notCheckedSuites({ notChecked }: Report): readonly Element[] {
  return notChecked
    .filter(({ fails }) => fails)
    .map(({ path, why }) => {
      const error: Element = { name: 'error', attributes: { type: 'not-checked', message: `not checked: ${why}` } };
      return suite(path, [testcase('not checked', path, { file: path }, error)]);
    });
}

function suite(name: string, cases: readonly Element[]): Element {
  const number = (kind: string) => cases.filter(({ content }) => hasChild(content, kind)).length;
  const attributes = { name, tests: cases.length, failures: number('failure'), errors: number('error') };
  return { name: 'testsuite', attributes, content: cases };
}

function hasChild(content: Element['content'], name: string): boolean {
  return typeof content === 'object' && content.some(child => child.name === name);
}

function testcase(name: string, classname: string, attributes: Element['attributes'], result?: Element): Element {
  return {
    name: 'testcase',
    attributes: { name, classname, ...attributes },
    ...(result ? { content: [result] } : {}),
  };
}

function totals(suites: readonly Element[]): Readonly<Record<string, number>> {
  const sum = (key: string) => suites.reduce((total, { attributes }) => total + Number(attributes[key]), 0);
  return { tests: sum('tests'), failures: sum('failures'), errors: sum('errors') };
}

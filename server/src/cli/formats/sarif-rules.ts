/** Rules as SARIF describes them. */

import type { ReportingConfiguration, ReportingDescriptor } from 'sarif';
import type { Severity } from '../../findings/finding.ts';
import { exampleText, sinceText } from '../../findings/rule-text.ts';
import { severityOf } from '../../findings/severity.ts';
import { documentationOf } from '../../mender/catalogue.ts';
import { keyword } from '../../mender/keywords.ts';
import type { Rule } from '../../mender/rule.ts';
import type { Target } from '../../mender/version.ts';

type Level = NonNullable<ReportingConfiguration['level']>;

const levels: Readonly<Record<Severity, Level>> = { error: 'error', warning: 'warning', information: 'note' };

export function levelOf(severity: Severity): Level {
  return levels[severity];
}

/** Nothing here is about security: otherwise a code host would rank it among vulnerabilities. */
export function descriptorOf(rule: Rule, target: Target): ReportingDescriptor {
  const page = documentationOf(rule);
  const severity = severityOf(rule, { target });
  return {
    id: rule.id,
    shortDescription: { text: `${rule.title.replaceAll('`', '')}: ${sinceText(rule)}` },
    fullDescription: { text: rule.why },
    help: helpOf(rule, page),
    ...(page === undefined ? {} : { helpUri: page }),
    defaultConfiguration: { level: levelOf(severity) },
    properties: {
      tags: [keyword, 'migration', rule.component],
      precision: 'high',
      'problem.severity': severity === 'information' ? 'recommendation' : severity,
    },
  };
}

function helpOf(rule: Rule, page: string | undefined): { text: string; markdown: string } {
  const [example] = rule.examples;
  const text = [rule.why, ...(example ? [exampleText(example)] : [])];
  const fenced = (label: string, code: string) => `${label}:\n\n\`\`\`\n${code.trimEnd()}\n\`\`\``;
  const shown = example
    ? [fenced('Before', example.bad), ...(example.good === undefined ? [] : [fenced('After', example.good)])]
    : [];
  return {
    text: [...text, ...(page === undefined ? [] : [page])].join('\n\n'),
    markdown: [rule.why, ...shown, ...(page === undefined ? [] : [`[More about this rule](${page})`])].join('\n\n'),
  };
}

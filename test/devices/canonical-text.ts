/**
 * Text that a script passes on or writes, with unavoidable differences between the generations in one form: names,
 * versions, pids.
 */

export function canonicalText(text: string): string {
  const lines = text.split('\n').map(canonicalLine);
  return lines.filter((line, at) => line !== '' && line !== lines[at - 1]).join('\n');
}

/** Names that lost `client-` with scarthgap. */
const renamed = /\bmender-client-(?=(?:data-dir|systemd-machine-id|resize-data-part|set-systemd-machine-id)\b)/g;
const service = /\bmender-(?:client(?!4)|authd|updated)(?:\.service)?(?![\w-])/g;

function canonicalLine(line: string): string {
  if (/\b(?:level|severity)=\w+ .*msg=/.test(line)) return '<log>';
  if (/^\s*(?:Loaded: |Main PID: |\* \S+\.service - )/.test(line)) return '';
  return line
    .replace(/\b3\.5\.3(?:\truntime: go[\d.]+)?|\b5\.1\.0\b/g, '<version>')
    .replace(/\b4194[3-9]\d\d\b/g, '<pid>')
    .replace(renamed, 'mender-')
    .replace(service, '<service>')
    .replace(/<service>(?:(?:\s+|,\s*|\s*&&\s*|\s*-u\s+)<service>)+/g, '<service>')
    .replace(/\bmender-(setup|snapshot)\b(?!-)/g, 'mender $1')
    .replace(/\bmender(?:-update|-auth)?(?![\w-])/g, '<mender>')
    .replace(/\bmender-client4\b/g, 'mender-client')
    .trimEnd();
}

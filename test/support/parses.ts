/** Whether a text is well-formed, according to parsers other than ours. */
import { spawnSync } from 'node:child_process';
import { parseDocument } from 'yaml';
import type { TextLanguage } from './texts.ts';

export function parses(text: string, language: TextLanguage): boolean {
  switch (language) {
    case 'shell':
      return bashAccepts(text);
    case 'json':
      return isJson(text);
    case 'unit':
      // systemd accepts any text as a unit file; only the form of directives can be tested.
      return text.split('\n').every(line => /^(?:\s*|[#;].*|\[.*\]|\s*[^=]+=.*|\s+.*)$/.test(line));
    case 'yaml':
      return parseDocument(text).errors.length === 0;
    case 'control':
      return text.split('\n').every(line => /^(?:#.*|[\w-]+:.*|[ \t].*)?$/.test(line));
    case 'bitbake':
      // Tasks are for the shell.
      return text
        .replace(/^[\w:${}-]+\(\) \{\n(?:[ \t].*\n)*\}$/gm, '')
        .split('\n')
        .every(line => /^(?:#.*|inherit .*|[^"]+=\s*"[^"]*")?$/.test(line));
  }
}

/** `bash -n` reads without running. */
export function bashAccepts(text: string): boolean {
  const { status, error } = spawnSync('bash', ['-O', 'extglob', '-n'], {
    input: text,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  if (error) throw new Error(`bash is needed by this test: ${error.message}`);
  return status === 0;
}

/** The output of a harmless script, such as `printf %s WORD`. */
export function bashOutput(script: string): string {
  const { stdout, error } = spawnSync('bash', [], { input: script, encoding: 'utf8', env: { LC_ALL: 'C.UTF-8' } });
  if (error) throw new Error(`bash is needed by this test: ${error.message}`);
  return stdout;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

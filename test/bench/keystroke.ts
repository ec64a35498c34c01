/**
 * A keystroke in a script of 2,000 lines: our diagnostics compared with bash-language-server's analysis of the same
 * edit.
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { check } from '../../server/src/findings/check.ts';
import { createDocument, type Document } from '../../server/src/languages/document.ts';
import { clientFacts } from '../../server/src/lsp/client-facts.ts';
import { toDiagnostic } from '../../server/src/lsp/convert.ts';
import { vscode } from '../support/clients.ts';
import { median, ms, percentile, ratio, row, timed } from './measure.ts';
import { peerModules, peerName } from './peer.ts';
import { type Generations, longScript } from './scripts.ts';

const LINES = 2000;
const KEYSTROKES = 600;
const WARM_UP = 150;

/** The texts while a line is typed, somewhere in the script. */
function* typed(generations: Generations): Generator<{ text: string; at: number }> {
  const script = longScript(LINES, generations);
  const typing = ['mender install "$file"', 'if [ -x "$a" ]; then b; fi', 'echo "$(mender show-artifact)" >&2'];
  for (let round = 0, done = 0; done < KEYSTROKES; round++) {
    const line = (round * 397) % (LINES - 10);
    let at = 0;
    for (let i = 0; i < line; i++) at = script.indexOf('\n', at) + 1;
    const added = typing[round % typing.length]!;
    for (let length = 1; length <= added.length && done < KEYSTROKES; length++, done++) {
      yield { text: `${script.slice(0, at)}${added.slice(0, length)}\n${script.slice(at)}`, at: at + length };
    }
  }
}

interface Analyzer {
  analyze(input: { document: unknown; uri: string }): unknown;
}

async function bashLanguageServer(): Promise<(text: string, version: number) => void> {
  const require = createRequire(join(peerModules(), 'bash-language-server/out/server.js'));
  const { initializeParser } = require('./parser') as { initializeParser(): Promise<unknown> };
  const { default: AnalyzerClass } = require('./analyser') as { default: new (options: object) => Analyzer };
  const { TextDocument } = require('vscode-languageserver-textdocument') as {
    TextDocument: { create(uri: string, language: string, version: number, text: string): unknown };
  };
  const { setLogConnection } = require('./util/logger') as { setLogConnection?: (connection: unknown) => void };
  setLogConnection?.({ sendNotification() {} });
  const analyzer = new AnalyzerClass({ parser: await initializeParser(), workspaceFolder: null });
  return (text, version) => {
    analyzer.analyze({
      document: TextDocument.create('file:///a.sh', 'shellscript', version, text),
      uri: 'file:///a.sh',
    });
  };
}

export async function benchKeystroke(): Promise<void> {
  const theirs = await bashLanguageServer();
  measure('the old client', 'old', theirs);
  measure('both generations of the client', 'both', theirs);
}

function measure(what: string, generations: Generations, theirs: (text: string, version: number) => void): void {
  const client = clientFacts({ capabilities: vscode, processId: null, rootUri: null });
  const memory = new Map<string, unknown>();
  let document: Document = createDocument({ uri: 'file:///a.sh', text: '' });
  const ours = (text: string, version: number, editedAt: number) => {
    document = createDocument({ uri: 'file:///a.sh', languageId: 'shellscript', version, text, editedAt, memory });
    check(document).map(finding => toDiagnostic(document, finding, client));
  };
  // One after the other: if they alternated, each would wait for the garbage collection of the other.
  const timesOf = (edit: (text: string, version: number, at: number) => void) => {
    let version = 0;
    const times = [...typed(generations)].map(({ text, at }) => timed(() => edit(text, ++version, at)));
    return times.slice(WARM_UP);
  };
  const times = { ours: timesOf(ours), theirs: timesOf(theirs) };
  console.log(
    `\nkeystroke in a script of ${LINES} lines that names ${what} (${(document.text.length / 1024).toFixed(0)} KB, ${check(document).length} findings), ${times.ours.length} edits`,
  );
  row('', 'median', '95 %', '99 %');
  row(
    'mender-lint: parse, check, convert',
    ms(median(times.ours)),
    ms(percentile(times.ours, 0.95)),
    ms(percentile(times.ours, 0.99)),
  );
  row(
    `${peerName}: analyze`,
    ms(median(times.theirs)),
    ms(percentile(times.theirs, 0.95)),
    ms(percentile(times.theirs, 0.99)),
  );
  row(
    'ratio',
    ratio(median(times.ours), median(times.theirs)),
    ratio(percentile(times.ours, 0.95), percentile(times.theirs, 0.95)),
    ratio(percentile(times.ours, 0.99), percentile(times.theirs, 0.99)),
  );
  row('goal: 95 % below 5 ms', percentile(times.ours, 0.95) < 5 ? 'met' : 'MISSED');
}

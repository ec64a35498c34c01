/** `npm run editor`: VS Code with the extension on the demo workspace, until Ctrl-C. */
import { startSession } from './session.ts';
import { workbenchUrl } from './workbench.ts';

const name = process.env['MENDER_LINT_VSCODE'] === 'minimum' ? 'minimum' : 'current';
const session = await startSession(name, { 'security.workspace.trust.enabled': false });
console.log(
  `\nVS Code with Mender Lint: ${workbenchUrl({ port: session.port, workspace: session.workspace, payload: [] })}`,
);
console.log('Changes are made to a copy of test/fixtures/demo. Ctrl-C ends it.');
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void session.stop().then(() => process.exit(0)));
}

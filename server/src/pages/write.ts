/** Writes the generated files; run by `npm run generate`. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { generatedFiles } from './generated-files.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const read = (path: string) => readFileSync(`${root}${path}`, 'utf8');

const files = generatedFiles({ manifest: read('package.json'), configuration: read('docs/configuration.md') });
for (const folder of ['docs/rules', 'schemas']) mkdirSync(`${root}${folder}`, { recursive: true });
for (const name of readdirSync(`${root}docs/rules`)) {
  if (!files.has(`docs/rules/${name}`)) rmSync(`${root}docs/rules/${name}`);
}
for (const [path, content] of files) writeFileSync(`${root}${path}`, content);

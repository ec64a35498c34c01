import { readFileSync } from 'node:fs';
import { check, defaultCheckOptions } from './server/src/findings/check.ts';
import { createDocument } from './server/src/document/document.ts';
for (const f of process.argv.slice(2)) {
  const text = readFileSync(f, 'utf8');
  console.log('==', f);
  for (const x of check(createDocument({ uri: 'file:///a.sh', path: 'a.sh', text }), { ...defaultCheckOptions }))
    console.log(x.rule, JSON.stringify(text.slice(x.range.start, x.range.end)), x.message, x.fixes.map(y => `${y.safety}:${y.title}`).join(' | '));
}

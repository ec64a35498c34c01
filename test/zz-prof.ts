import { createDocument } from '/work/wt-hostile/server/src/document/document.ts';
import { check } from '/work/wt-hostile/server/src/findings/check.ts';

const [path, head, body, kb] = process.argv.slice(2);
const un = (s: string) => JSON.parse(`"${s}"`);
const text = un(head!) + un(body!).repeat(Math.ceil((Number(kb) * 1000) / un(body!).length));
const t = performance.now();
console.log(check(createDocument({ uri: path!, path: path!, text })).length, performance.now() - t);

/** Prints what the changelog says about the version that a tag names; fails unless package.json is of that version, too. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));

/** The text below the heading of a version. Throws where there is none. */
export function releaseNotes(changelog: string, version: string): string {
  const parts = changelog.split(/^## /m).slice(1);
  const part = parts.find(text => /^\S+/.exec(text)?.[0] === version);
  const notes = part?.slice(part.indexOf('\n')).trim();
  if (!notes) throw new Error(`CHANGELOG.md has no entry for ${version}.`);
  return notes;
}

function main(tag: string | undefined): void {
  const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { version: string };
  if (tag !== `v${version}`) throw new Error(`The tag is ${tag}, and package.json is of ${version}.`);
  console.log(releaseNotes(readFileSync(`${root}CHANGELOG.md`, 'utf8'), version));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main(process.argv[2]);

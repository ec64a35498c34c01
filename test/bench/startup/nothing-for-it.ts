/** A window with a JSON file of another program: ours is activated by it, and has nothing to do. */
import { report } from './figures.ts';
import { keywords, rest, servers, show, untilActive } from './subject.ts';

export async function run(): Promise<void> {
  await show('package.json');
  const activation = await untilActive(keywords());
  await rest();
  report({ servers: servers(keywords()), activation });
}

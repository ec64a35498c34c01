/** A window with a JSON file of another program: it activates our extension, which has nothing to do. */
import { report } from './figures.ts';
import { rest, servers, show, subject, untilActive } from './subject.ts';

export async function run(): Promise<void> {
  await show('package.json');
  const activation = await untilActive(subject());
  await rest();
  report({ servers: servers(subject()), activation });
}

/** A window with a JSON file of another program: ours is activated by it, and has nothing to do. */
import { report } from './figures.ts';
import { activation, rest, servers, show, subject } from './subject.ts';

export async function run(): Promise<void> {
  await show('package.json');
  await rest();
  report({ servers: servers(subject()), activation: activation(subject()) });
}

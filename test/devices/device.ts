/**
 * One simulated device: its units, processes and packages, and the record of a run. Its files are those of its root.
 */
import { type ClientUnit, clientPackages, newClient, oldClient } from './facts/client.ts';
import type { DeviceFiles } from './files.ts';
import type { Generation, Situation, TraceEvent } from './model.ts';

export interface Unit {
  readonly name: string;
  run: 'active' | 'inactive' | 'failed';
  pid: number;
  /** Undefined for a unit that does not belong to the client. */
  readonly client: ClientUnit | undefined;
}

const unitFolder = 'etc/systemd/system';
/** Above the highest number that a kernel assigns: no real process is ever hit. */
const FIRST_PID = 4_194_305;
/** Units of every device that do not belong to the client. */
const otherUnits = [
  'ssh',
  'sshd',
  'cron',
  'dbus',
  'networking',
  'systemd-networkd',
  'systemd-resolved',
  'systemd-timesyncd',
];

export class Device {
  generation: Generation;
  readonly #own: Generation;
  /** Whatever a script starts, one client answers to both names. */
  isAlwaysOne = false;
  readonly files: DeviceFiles;
  readonly #program: Buffer;
  events: TraceEvent[] = [];
  /** A call named units of both clients: a part of it fails on either device. */
  namedBoth = false;
  pending = false;
  artifact = '';
  waits = 0;
  calls = 0;
  isCut = false;
  /** The script has started the new client by its own names: its actions on the old one are meant for that alone. */
  knowsBoth = false;
  #wasEnabled = false;
  readonly packages = new Set<string>();
  readonly units = new Map<string, Unit>();
  #nextPid = FIRST_PID;

  constructor(generation: Generation, files: DeviceFiles, program: Buffer) {
    this.generation = generation;
    this.#own = generation;
    this.files = files;
    this.#program = program;
  }

  /**
   * The state before a script runs. The old device answers for the new client, too: that a script uses it is its
   * author's word.
   */
  reset(situation: Situation): void {
    this.generation = this.#own;
    this.events = [];
    this.namedBoth = this.isCut = this.knowsBoth = this.isAlwaysOne = false;
    this.waits = this.calls = 0;
    this.#nextPid = FIRST_PID;
    this.pending = situation.pending;
    this.#wasEnabled = situation.enabled;
    this.artifact = situation.artifact;
    this.units.clear();
    this.packages.clear();
    for (const name of otherUnits) this.units.set(name, { name, run: 'active', pid: this.newPid(), client: undefined });
    const clients = this.generation === 'old' ? [oldClient, newClient] : [newClient];
    for (const client of clients) {
      if (!situation.installed) continue;
      for (const unit of client.units)
        this.units.set(unit.name, { name: unit.name, run: situation.run, pid: this.newPid(), client: unit });
      for (const name of client.packages) this.packages.add(name);
    }
  }

  newPid(): number {
    return this.#nextPid++;
  }

  record(event: TraceEvent): void {
    this.events.push(event);
  }

  /** `by`: the generation of the program, if the action was on no unit, process or package. */
  act(action: string, on: readonly string[], by?: Generation): void {
    this.record({ kind: 'action', action, on, by });
  }

  probe(text: string, answer: string): void {
    this.record({ kind: 'probe', text, answer });
  }

  other(text: string): void {
    this.record({ kind: 'other', text });
  }

  failed(text: string): void {
    this.record({ kind: 'failed', text });
  }

  /** The unit with a name, if it has a unit file or is known without one. */
  unit(name: string): Unit | undefined {
    const unit = this.units.get(name);
    if (unit && !unit.client) return unit;
    if (!this.unitFile(name)) return undefined;
    if (unit) return unit;
    const added: Unit = { name, run: 'inactive', pid: this.newPid(), client: undefined };
    this.units.set(name, added);
    return added;
  }

  unitFile(name: string): string | undefined {
    return [`${unitFolder}/${name}.service`, `usr/lib/systemd/system/${name}.service`].find(path =>
      this.files.exists(path),
    );
  }

  /** A link that masks one client masks both on the old device, as a call does. */
  isMasked(name: string): boolean {
    const isLinked = (unit: string) => this.files.link(`${unitFolder}/${unit}.service`) === '/dev/null';
    const isForBoth = this.generation === 'old' && !this.knowsBoth;
    const others = Object.keys(twins).filter(unit => twins[unit]!.includes(name));
    return isLinked(name) || (isForBoth && others.some(isLinked));
  }

  /** Removing a link of one client removes it for both, too. */
  isEnabled({ name, client }: Unit): boolean {
    const isLinked = (unit: string) =>
      this.files.link(`${unitFolder}/multi-user.target.wants/${unit}.service`) !== undefined;
    if (!client) return true;
    const isForBoth = this.generation === 'old' && !this.knowsBoth && this.#wasEnabled;
    const others = Object.keys(twins).filter(unit => twins[unit]!.includes(name) && this.units.has(unit));
    return isLinked(name) && (!isForBoth || others.every(isLinked));
  }

  /**
   * On the old device one client answers to both names: an action on one is an action on the other, so that the probes
   * of a half-migrated script match its actions. The state of mender-updated is that of the client. Once the new client
   * has been started, removing the old one applies to the old one alone.
   */
  together(unit: Unit, isRaised: boolean): Unit[] {
    const isForItself = this.knowsBoth && !isRaised && unit.name === 'mender-client';
    const isForBoth = this.generation === 'old' && !isForItself;
    const names = isForBoth ? (twins[unit.name] ?? []) : [];
    return [unit, ...names.flatMap(name => this.units.get(name) ?? [])];
  }

  setEnabled({ name }: Unit, enabled: boolean): void {
    const path = `${unitFolder}/multi-user.target.wants/${name}.service`;
    if (enabled) this.files.makeLink(path, `/lib/systemd/system/${name}.service`);
    else this.files.remove(path);
  }

  setMasked(name: string, masked: boolean): void {
    const path = `${unitFolder}/${name}.service`;
    if (masked) this.files.makeLink(path, '/dev/null');
    else if (this.isMasked(name)) this.files.remove(path);
  }

  /**
   * Like Debian's packages: an installed client is enabled and started. The new client stands in for the old one here,
   * too.
   */
  install(names: readonly string[]): void {
    const isOld = names.some(name => clientPackages.old.includes(name));
    for (const client of isOld ? [oldClient, newClient] : [newClient]) {
      for (const name of client.packages) this.packages.add(name);
      for (const name of client.programs)
        if (!this.files.exists(`usr/bin/${name}`)) this.files.write(`usr/bin/${name}`, this.#program, 0o755);
      for (const unit of client.units) this.#installUnit(unit);
    }
  }

  /** Whether a new device temporarily acts as the old one, with a single client in place of both. */
  haveOldClient(has: boolean): void {
    if (this.#own === 'old' || has === (this.generation === 'old')) return;
    const twin = this.units.get('mender-updated');
    if (!has) {
      const own = newClient.units.flatMap(({ name }) => this.units.get(name) ?? []);
      const asOne = own.map(unit => ({ unit, masked: this.isMasked(unit.name), enabled: this.isEnabled(unit) }));
      this.uninstall(oldClient.packages);
      this.generation = 'new';
      for (const { unit, masked, enabled } of asOne) {
        if (masked !== this.isMasked(unit.name)) this.setMasked(unit.name, masked);
        if (enabled !== this.isEnabled(unit)) this.setEnabled(unit, enabled);
      }
      return;
    }
    this.generation = 'old';
    if (!twin) return;
    const isMasked = this.isMasked(twin.name);
    for (const name of oldClient.packages) this.packages.add(name);
    for (const name of oldClient.programs) this.files.write(`usr/bin/${name}`, this.#program, 0o755);
    for (const client of oldClient.units) {
      const unit: Unit = { name: client.name, run: twin.run, pid: this.newPid(), client };
      this.units.set(client.name, unit);
      this.files.write(`usr/lib/systemd/system/${client.name}.service`, client.text);
      this.setEnabled(unit, this.isEnabled(twin));
      if (isMasked) this.setMasked(client.name, true);
    }
  }

  #installUnit(client: ClientUnit): void {
    const { name, text } = client;
    if (this.units.has(name)) return;
    const unit: Unit = { name, run: 'active', pid: this.newPid(), client };
    this.units.set(name, unit);
    this.files.write(`usr/lib/systemd/system/${name}.service`, text);
    this.setEnabled(unit, true);
  }

  uninstall(names: readonly string[]): void {
    for (const name of names) {
      this.packages.delete(name);
      for (const client of [oldClient, newClient])
        for (const unit of client.units) if (unit.package === name) this.#removeUnit(unit);
    }
  }

  #removeUnit({ name, program }: ClientUnit): void {
    this.units.delete(name);
    for (const path of [
      `usr/lib/systemd/system/${name}.service`,
      `${unitFolder}/multi-user.target.wants/${name}.service`,
      `usr/bin/${program}`,
    ])
      this.files.remove(path);
  }
}

const twins: Readonly<Record<string, readonly string[]>> = {
  'mender-client': ['mender-authd', 'mender-updated'],
  'mender-updated': ['mender-client'],
};

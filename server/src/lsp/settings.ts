/**
 * Options by document: the client's answer to a configuration request, else the settings that it sent, else the
 * defaults.
 */
import isEqual from 'fast-deep-equal';
import type { Connection } from 'vscode-languageserver';
import type { SourceReader } from '../languages/program-strings/source-reader.ts';
import { catalogue } from '../mender/catalogue.ts';
import type { Rule } from '../mender/rule.ts';
import { defaultOptions, MOST_UNKNOWN, type Options, parseOptions } from '../options/options.ts';
import { unknownRule } from '../options/unknown-rule.ts';
import { visible } from '../text/visible.ts';
import { type ClientFacts, memberOf, settingsIn, withoutMembers } from './client-facts.ts';
import type { Runtime } from './runtime.ts';

const SECTION = 'menderLint';
/** Settings in the section that only the client reads: `menderLint.trace.server`. */
const OF_CLIENTS = ['trace'];

export class Settings {
  readonly #connection: Connection;
  readonly #client: ClientFacts;
  #sent: unknown;
  #byUri = new Map<string, Promise<Options>>();
  readonly #told = new Set<string>();
  readonly #unknownRules = new Set<string>();
  readonly #longestWait: number;
  readonly #loadSources: Runtime['sources'];
  #sources: Promise<SourceReader | undefined> | undefined;

  /**
   * A client that announces answers, but sends none, must not leave its user without findings: after `longestWait`
   * milliseconds the defaults apply.
   */
  constructor(
    connection: Connection,
    client: ClientFacts,
    initializationOptions: unknown,
    { longestWait, sources }: { readonly longestWait: number; readonly sources?: Runtime['sources'] },
  ) {
    this.#longestWait = longestWait;
    this.#loadSources = sources;
    this.#connection = connection;
    this.#client = client;
    this.#sent = settingsIn(initializationOptions);
  }

  of(uri: string): Promise<Options> {
    let options = this.#byUri.get(uri);
    if (!options) {
      options = this.#ask(uri);
      this.#byUri.set(uri, options);
    }
    return options;
  }

  /**
   * Takes the settings from `workspace/didChangeConfiguration`: null where the client wants to be asked. Returns
   * whether they have changed for any document that has been asked about.
   */
  async changed(sent: unknown): Promise<boolean> {
    const section = memberOf(sent, SECTION);
    if (section !== undefined) this.#sent = section;
    const before = this.#byUri;
    this.#byUri = new Map();
    const differences = [...before].map(async ([uri, options]) => !isEqual(await options, await this.of(uri)));
    return (await Promise.all(differences)).includes(true);
  }

  forget(uri: string): void {
    this.#byUri.delete(uri);
  }

  async #ask(uri: string): Promise<Options> {
    const answer = this.#client.answersConfiguration ? await this.#answer(uri) : undefined;
    // With `null` many clients say that they have no such section.
    const options = this.#parse(answer ?? this.#sent);
    if (!options.include.includes('strings')) return options;
    this.#sources ??= this.#read();
    return { ...options, sources: await this.#sources };
  }

  async #read(): Promise<SourceReader | undefined> {
    try {
      return await this.#loadSources?.();
    } catch (error) {
      this.#connection.console.error(`Strings of programs are not checked: ${String(error)}`);
      return undefined;
    }
  }

  async #answer(uri: string): Promise<unknown> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<undefined>(resolve => {
      timer = setTimeout(resolve, this.#longestWait, undefined);
    });
    try {
      return await Promise.race([
        this.#connection.workspace.getConfiguration({ scopeUri: uri, section: SECTION }),
        late,
      ]);
    } catch {
      return undefined;
    } finally {
      clearTimeout(timer);
    }
  }

  /** Logs ids that belong to no built-in or custom rule. Custom rules are read only if there may be such an id. */
  async tellUnknownRules(
    { rules }: Pick<Options, 'rules'>,
    customRules: () => readonly Rule[] | Promise<readonly Rule[]>,
  ): Promise<void> {
    const ids = Object.keys(rules).filter(id => !catalogue.findRule(id));
    const custom = ids.length > 0 ? await customRules() : [];
    const own = new Set(custom.map(({ id }) => id));
    const unknown = ids.filter(id => !own.has(id));
    for (const id of unknown.slice(0, MOST_UNKNOWN)) {
      // The nearest known name is looked for once, and not for every document and edit.
      const problem = this.#unknownRules.has(id) ? undefined : unknownRule(id, catalogue, custom);
      this.#unknownRules.add(id);
      if (problem !== undefined) this.#tell(`Option \`rules\`: ${problem}`);
    }
    if (unknown.length > MOST_UNKNOWN)
      this.#tell(`Option \`rules\`: ${unknown.length - MOST_UNKNOWN} more names are of no rule.`);
  }

  #parse(value: unknown): Options {
    if (value === undefined) return defaultOptions;
    const { options, problems } = parseOptions(withoutMembers(value, OF_CLIENTS));
    for (const problem of problems) this.#tell(problem);
    return options;
  }

  /** Logs each problem once: options are read for every document. */
  #tell(problem: string): void {
    if (!this.#told.has(problem)) this.#connection.console.warn(visible(problem));
    this.#told.add(problem);
  }
}

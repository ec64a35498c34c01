/**
 * Options by document: the client's answer to a configuration request, else the settings that it sent, else the
 * defaults.
 */
import isEqual from 'fast-deep-equal';
import type { Connection } from 'vscode-languageserver';
import type { SourceReader } from '../languages/program-strings/source-reader.ts';
import { defaultOptions, type Options, parseOptions } from '../options/options.ts';
import { type ClientFacts, memberOf } from './client-facts.ts';
import type { Runtime } from './runtime.ts';

const SECTION = 'menderLint';

export class Settings {
  readonly #connection: Connection;
  readonly #client: ClientFacts;
  #sent: unknown;
  #byUri = new Map<string, Promise<Options>>();
  readonly #told = new Set<string>();
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
    this.#sent = memberOf(initializationOptions, 'settings') ?? initializationOptions;
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

  #parse(value: unknown): Options {
    if (value === undefined) return defaultOptions;
    const { options, problems } = parseOptions(value);
    for (const problem of problems) {
      // Once each: options are read for every document.
      if (!this.#told.has(problem)) this.#connection.console.warn(problem);
      this.#told.add(problem);
    }
    return options;
  }
}

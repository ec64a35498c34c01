/** Parts of open documents that are not checked, or not shown: sentences for the log and the status. */
type Listener = () => void;

export class Troubles {
  readonly #sentences = new Map<string, readonly string[]>();
  /** Milliseconds that the check of a document exceeded, by uri. */
  readonly #slow = new Map<string, number>();
  #onChange: Listener = () => undefined;

  listen(onChange: Listener): void {
    this.#onChange = onChange;
  }

  note(uri: string, sentences: readonly string[]): void {
    const before = this.#sentences.get(uri) ?? [];
    if (before.join('\n') === sentences.join('\n')) return;
    if (sentences.length === 0) this.#sentences.delete(uri);
    else this.#sentences.set(uri, sentences);
    this.#onChange();
  }

  noteSlow(uri: string, milliseconds: number, sentence: string): void {
    this.#slow.set(uri, milliseconds);
    this.note(uri, [sentence]);
  }

  /** Whether it exceeded that time before: it is checked again when it is reopened, or may take longer. */
  isSlow(uri: string, milliseconds: number): boolean {
    const took = this.#slow.get(uri);
    return took !== undefined && milliseconds <= took;
  }

  forget(uri: string): void {
    this.#slow.delete(uri);
    this.note(uri, []);
  }

  all(): readonly string[] {
    return [...this.#sentences.values()].flat();
  }
}

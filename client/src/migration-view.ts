/** The migration view: what is left to do in the workspace, as a tree. Its contents are decided in `migration/`. */
import * as vscode from 'vscode';
import { FINDINGS, type FileFindings, type FindingsParams } from '../../server/src/lsp/messages.ts';
import { type Finding, findingsOf } from './migration/finding.ts';
import { nextToReview, type Opened, type Place } from './migration/next.ts';
import { type Progress, progressOf } from './migration/progress.ts';
import {
  type Filter,
  filters,
  type Group,
  type Grouping,
  groupings,
  type Leaf,
  type Node,
  treeOf,
} from './migration/tree.ts';
import {
  descriptionText,
  emptyText,
  filterNames,
  groupingNames,
  groupText,
  type ItemText,
  leafText,
} from './migration/view-text.ts';
import type { Server } from './server.ts';
import type { StatusItem } from './status.ts';

const VIEW = 'menderLint.migration';
const GROUPING = `${VIEW}.grouping`;
const PROGRESS = `${VIEW}.progress`;

const icons = { safe: 'lightbulb-autofix', review: 'eye', 'by-hand': 'edit' } as const;

export class MigrationView implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  readonly #server: Server;
  readonly #status: StatusItem;
  readonly #memory: vscode.Memento;
  readonly #view: vscode.TreeView<Node>;
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly #subscriptions: vscode.Disposable;
  /** By uri. */
  readonly #files = new Map<string, readonly Finding[]>();
  /** Files whose findings may have changed. */
  #stale: Set<string> | 'all' = 'all';
  #loading: Promise<void> | undefined;
  /** The running server has checked everything. */
  #isChecked = false;
  #grouping: Grouping;
  #filter: Filter = 'all';
  #tree: readonly Group[] = [];
  #last: Opened | undefined;

  constructor({ workspaceState }: vscode.ExtensionContext, server: Server, status: StatusItem) {
    this.#server = server;
    this.#status = status;
    this.#memory = workspaceState;
    this.#grouping = groupings.find(grouping => grouping === workspaceState.get(GROUPING)) ?? 'rule';
    this.#view = vscode.window.createTreeView(VIEW, { treeDataProvider: this, showCollapseAll: true });
    this.#subscriptions = vscode.Disposable.from(
      this.#view,
      this.#changed,
      this.#view.onDidChangeVisibility(() => this.#refreshIfSeen()),
      server.onDidStart(() => {
        this.#isChecked = false;
        this.#outdate('all');
      }),
      status.onDidChange(() => this.#reported()),
      vscode.workspace.onDidChangeWorkspaceFolders(() => this.#outdate('all')),
      vscode.languages.onDidChangeDiagnostics(({ uris }) => this.#diagnosed(uris)),
    );
    this.#refreshIfSeen();
  }

  get onDidChangeTreeData(): vscode.Event<undefined> {
    return this.#changed.event;
  }

  getChildren(node?: Node): Node[] {
    return node?.kind === 'group' ? [...node.children] : node ? [] : [...this.#tree];
  }

  getParent({ parent }: Node): Group | undefined {
    return parent;
  }

  getTreeItem(node: Node): vscode.TreeItem {
    return node.kind === 'group' ? itemOfGroup(node) : itemOfLeaf(node);
  }

  /** The view exists once there is a server, which this starts. */
  async show(): Promise<void> {
    await this.#refresh();
    await vscode.commands.executeCommand(`${VIEW}.focus`);
  }

  /** Without an argument, the user chooses. */
  async group(grouping?: Grouping): Promise<void> {
    const chosen = grouping ?? (await pick('Group by', groupings, groupingNames, this.#grouping));
    if (!chosen) return;
    this.#grouping = chosen;
    await this.#memory.update(GROUPING, chosen);
    this.#update();
  }

  async filter(filter?: Filter): Promise<void> {
    const chosen = filter ?? (await pick('Show', filters, filterNames, this.#filter));
    if (!chosen) return;
    this.#filter = chosen;
    this.#update();
  }

  async openNext(): Promise<void> {
    await this.#refresh();
    const { activeTextEditor: editor } = vscode.window;
    const next = nextToReview(this.#tree, this.#last, editor && placeIn(editor));
    if (!next) {
      void vscode.window.showInformationMessage('Nothing that is shown needs a review.');
      return;
    }
    const { finding } = next.leaf;
    const selection = rangeOf(finding);
    const shown = await vscode.window.showTextDocument(vscode.Uri.parse(finding.uri), { selection });
    this.#last = { finding, index: next.index, at: placeIn(shown) };
    // It may be gone by now.
    if (this.#view.visible) await this.#view.reveal(next.leaf, { select: true }).then(undefined, () => undefined);
  }

  async restartProgress(): Promise<void> {
    await this.#refresh();
    await this.#memory.update(PROGRESS, progressOf(undefined, this.#left().length));
    this.#say();
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  /** Selects the diagnostics that are ours, or were. */
  #diagnosed(uris: readonly vscode.Uri[]): void {
    const ours = uris.filter(
      uri =>
        this.#files.has(uri.toString()) ||
        vscode.languages.getDiagnostics(uri).some(({ source }) => source === 'mender-lint'),
    );
    if (ours.length > 0) this.#outdate(ours.map(uri => uri.toString()));
  }

  /** When the server is ready, it knows what VS Code has not received yet. */
  #reported(): void {
    this.#isChecked = this.#status.last.kind === 'ready';
    if (this.#isChecked) this.#outdate('all');
    this.#say();
  }

  #outdate(uris: readonly string[] | 'all'): void {
    if (uris === 'all' || this.#stale === 'all') this.#stale = 'all';
    else for (const uri of uris) this.#stale.add(uri);
    this.#refreshIfSeen();
  }

  /** Requests nothing while the view is hidden. */
  #refreshIfSeen(): void {
    // The server may be gone: it reports that itself, and everything is requested again when it is back.
    if (this.#view.visible && this.#server.isStarted) this.#refresh().catch(() => undefined);
  }

  /** One request at a time; changes meanwhile cause another one after it. */
  #refresh(): Promise<void> {
    this.#loading ??= this.#load().finally(() => {
      this.#loading = undefined;
      this.#say();
    });
    return this.#loading;
  }

  async #load(): Promise<void> {
    while (this.#stale === 'all' || this.#stale.size > 0) {
      const asked = this.#stale;
      this.#stale = new Set();
      const params: FindingsParams = asked === 'all' ? {} : { uris: [...asked] };
      try {
        this.#take(await this.#server.request<readonly FileFindings[]>(FINDINGS, params), asked === 'all');
      } catch (error) {
        this.#stale = 'all';
        throw error;
      }
    }
  }

  #take(files: readonly FileFindings[], areAll: boolean): void {
    if (areAll) this.#files.clear();
    for (const file of files) {
      const found = findingsOf(file, vscode.workspace.asRelativePath(vscode.Uri.parse(file.uri)));
      if (found.length > 0) this.#files.set(file.uri, found);
      else this.#files.delete(file.uri);
    }
    this.#update();
  }

  #left(): readonly Finding[] {
    return [...this.#files.values()].flat();
  }

  #update(): void {
    this.#tree = treeOf(this.#left(), this.#grouping, this.#filter);
    this.#changed.fire(undefined);
    this.#say();
  }

  #say(): void {
    // Until it is certain that nothing is left, that is not shown.
    const kind = this.#isOutdated() ? 'checking' : this.#status.last.kind;
    const left = this.#left().length;
    const isEmpty = this.#tree.length === 0;
    this.#view.message = isEmpty ? emptyText(kind, left) : '';
    this.#view.description = descriptionText(this.#progress(left), this.#filter);
  }

  #isOutdated(): boolean {
    return this.#loading !== undefined || this.#stale === 'all' || this.#stale.size > 0;
  }

  /** Counted when everything is known: while files are checked, some are missing. */
  #progress(left: number): Progress | undefined {
    const before = this.#memory.get<Progress>(PROGRESS);
    if (!this.#isChecked || this.#isOutdated()) return before;
    const progress = progressOf(before, left);
    if (progress.total !== before?.total || progress.left !== before.left) void this.#memory.update(PROGRESS, progress);
    return progress;
  }
}

function itemOfGroup(group: Group): vscode.TreeItem {
  const item = itemWith(groupText(group), group.id, vscode.TreeItemCollapsibleState.Collapsed);
  const kind = group.level === 'rule' ? 'rule' : 'group';
  item.contextValue = group.findings.some(({ todo }) => todo === 'safe') ? `${kind}.safe` : kind;
  return item;
}

function itemOfLeaf(leaf: Leaf): vscode.TreeItem {
  const { finding } = leaf;
  const item = itemWith(leafText(leaf), leaf.id, vscode.TreeItemCollapsibleState.None);
  item.contextValue = 'finding';
  item.iconPath = new vscode.ThemeIcon(icons[finding.todo]);
  item.command = {
    title: 'Open',
    command: 'vscode.open',
    arguments: [vscode.Uri.parse(finding.uri), { selection: rangeOf(finding) }],
  };
  return item;
}

function itemWith(
  { label, description, tooltip, spoken }: ItemText,
  id: string,
  state: vscode.TreeItemCollapsibleState,
): vscode.TreeItem {
  const item = new vscode.TreeItem(label, state);
  item.id = id;
  item.description = description;
  item.tooltip = tooltip;
  item.accessibilityInformation = { label: spoken };
  return item;
}

function placeIn({ document, selection }: vscode.TextEditor): Place {
  return { uri: document.uri.toString(), line: selection.active.line };
}

function rangeOf({ range: { start, end } }: Finding): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

async function pick<Value extends string>(
  title: string,
  values: readonly Value[],
  names: Readonly<Record<Value, string>>,
  current: Value,
): Promise<Value | undefined> {
  const items = values.map(value => ({
    label: names[value],
    value,
    ...(value === current ? { description: 'now' } : {}),
  }));
  return (await vscode.window.showQuickPick(items, { title }))?.value;
}

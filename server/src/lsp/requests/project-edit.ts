/** Turns a rule off in the options file that applies to a document, or in a new one at the root of its workspace. */
import type { WorkspaceEdit } from 'vscode-languageserver';
import { createDocument, type Document } from '../../languages/document.ts';
import { PROJECT_FILE, withRuleOff } from '../../options/project-file.ts';
import { joined } from '../../workspace/file-system.ts';
import { folderOf } from '../../workspace/paths.ts';
import { toTextEdits } from '../convert.ts';
import type { Session } from '../session.ts';
import { filePathOf, uriOf } from '../uris.ts';

/** Undefined where there is no such file and none can be created, or where its text is broken. */
export function projectEdit(session: Session, document: Document, rule: string): WorkspaceEdit | undefined {
  const { projects, documents, client } = session;
  const path = filePathOf(document.uri);
  if (path === undefined) return undefined;
  const project = projects.projectAt(folderOf(path));
  if (!project) return newFile(session, path, rule);
  const uri = documents.uriOf(project.path);
  // Its text in the editor, if it is open.
  const open = documents.at(project.path);
  const file = open ?? createDocument({ uri, text: project.text });
  const edits = withRuleOff(file.text, rule);
  if (!edits) return undefined;
  const changes = toTextEdits(file, edits);
  if (!client.versionedEdits) return { changes: { [uri]: changes } };
  return { documentChanges: [{ textDocument: { uri, version: open?.version ?? null }, edits: changes }] };
}

function newFile({ projects, client }: Session, path: string, rule: string): WorkspaceEdit | undefined {
  const root = projects.rootOf(path);
  if (root === undefined || !client.versionedEdits || !client.createsFiles) return undefined;
  const uri = uriOf(joined(root, PROJECT_FILE));
  const start = { line: 0, character: 0 };
  const newText = `${JSON.stringify({ rules: { [rule]: 'off' } }, undefined, 2)}\n`;
  return {
    documentChanges: [
      { kind: 'create', uri, options: { ignoreIfExists: true } },
      { textDocument: { uri, version: null }, edits: [{ range: { start, end: start }, newText }] },
    ],
  };
}

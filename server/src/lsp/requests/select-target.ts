/**
 * `menderLint/selectTarget`: the edit of the options file that sets the release a document is checked for, if one does.
 */
import { createDocument } from '../../languages/document.ts';
import { parseJson, setMember } from '../../languages/json/json.ts';
import { wholeText } from '../../text/fragment.ts';
import { toTextEdits } from '../convert.ts';
import { SELECT_TARGET, type SelectedTarget, type SelectTargetParams } from '../messages.ts';
import type { Session } from '../session.ts';
import { filePathOf } from '../uris.ts';

export function serveSelectTarget({ connection, projects, documents, client, settled }: Session): void {
  connection.onRequest(SELECT_TARGET, async ({ uri, target }: SelectTargetParams): Promise<SelectedTarget> => {
    const path = uri === undefined ? undefined : filePathOf(uri);
    const project = path === undefined ? undefined : await settled(() => projects.projectAt(path));
    if (!project || !saysTarget(project.text)) return {};
    const at = documents.uriOf(project.path);
    const open = documents.at(project.path);
    const file = open ?? createDocument({ uri: at, text: project.text });
    const edits = setMember(file.text, ['target'], target);
    if (!edits) return {};
    const changes = toTextEdits(file, edits);
    if (!client.versionedEdits) return { edit: { changes: { [at]: changes } } };
    return {
      edit: { documentChanges: [{ textDocument: { uri: at, version: open?.version ?? null }, edits: changes }] },
    };
  });
}

function saysTarget(text: string): boolean {
  return parseJson(wholeText(text)).root?.members.some(({ key }) => key === 'target') === true;
}

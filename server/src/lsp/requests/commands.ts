/** `workspace/executeCommand`: by name; an unknown command is an error. */
import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import { guarded, type Session } from '../session.ts';

export type CommandHandlers = Readonly<Record<string, (args: readonly unknown[]) => Promise<void>>>;

export function serveCommands(session: Session, handlers: CommandHandlers): void {
  session.connection.onExecuteCommand(({ command, arguments: args = [] }) => {
    const handler = Object.hasOwn(handlers, command) ? handlers[command] : undefined;
    if (!handler) return new ResponseError(ErrorCodes.InvalidParams, `There is no command ${JSON.stringify(command)}.`);
    return guarded(session, 'workspace/executeCommand', null, async () => {
      await handler(args);
      return null;
    });
  });
}

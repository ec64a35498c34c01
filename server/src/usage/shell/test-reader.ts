/** How the files that read the tests of a script see one another, and where what they read stands. */
import type { Fragment } from '../../syntax/fragment.ts';
import type * as sh from '../../syntax/shell.ts';
import type { Condition, Pipeline, Text } from '../frame.ts';

/** Where a node stands. */
export interface Place {
  /** The text that its offsets index. */
  readonly source: Fragment;
  readonly scope: Scope | undefined;
  /** The statement before it in its list, whose status `$?` is. */
  readonly previous?: sh.SyntaxNode | undefined;
}

/** Inside a function, or a script within the script. */
export interface Scope {
  /** What `$1` and so on stand for: the arguments of the call that is looked at. Undefined where that is not known. */
  readonly args: readonly PlacedWord[] | undefined;
  /** Calls within calls. */
  readonly depth: number;
}

export interface PlacedWord extends Place {
  readonly node: sh.Word;
}

export interface ShellBody {
  readonly body: sh.SyntaxNode;
  readonly source: Fragment;
}

export interface TestReader {
  status(node: sh.SyntaxNode, place: Place): Condition;
  listStatus(statements: readonly sh.Statement[], place: Place): Condition;
  /** When the list that the statement stands in is left there; undefined when it never is. */
  exit(node: sh.SyntaxNode, place: Place): Condition | undefined;
  /** One condition an arm. */
  armConditions(node: sh.Case, place: Place): readonly Condition[];
  pipeline(node: sh.Pipeline | sh.Command, place: Place): Pipeline;
  /** Name and arguments, with `"$@"` as what it stands for. */
  words(node: sh.Command, place: Place): readonly PlacedWord[];
  variable(name: string): Text;
  output(script: sh.ParsedScript, place: Place): Text;
  functionNamed(name: string): ShellBody | undefined;
  /** Where the body of a function stands when it is called so; undefined when that is too deep to be followed. */
  inside(called: ShellBody, args: readonly PlacedWord[], place: Place): Place | undefined;
}

/** A configuration of the client, or of mender-connect, by its keys. */
import type { JsonMember, JsonTree, JsonValue } from '../languages/json/json.ts';
import type { BranchContext } from './branch-context.ts';

/** A configuration of the client, or of mender-connect. */
export interface ConfigUse {
  readonly kind: 'config';
  readonly of: 'client' | 'connect';
  readonly tree: JsonTree;
  /** Every member of every object, with the names of the members around it. */
  readonly entries: readonly ConfigEntry[];
  /** The text is a template: what is not JSON may become it. */
  readonly template: boolean;
  /** A command of another language inserts the text into a file that has other members. */
  readonly piece: boolean;
  readonly branchContext: BranchContext | undefined;
}

export interface ConfigEntry {
  readonly path: readonly string[];
  readonly member: JsonMember;
  readonly parent: JsonValue;
  /** The value is a string with a placeholder: its final text is unknown. */
  readonly placeholder: boolean;
}

/** Calls that the client makes of update modules, as far as they tell a module from other scripts. */
import { installCall } from './keywords.ts';

/** mender@5.1.0:Documentation/update-modules-v3-file-api.md; the others are words that any script may have. */
export const tellingCalls: readonly string[] = [
  installCall,
  'ArtifactCommit',
  'ArtifactRollback',
  'ArtifactVerifyReboot',
  'ArtifactReboot',
  'ArtifactFailure',
  'SupportsRollback',
  'NeedsArtifactReboot',
];

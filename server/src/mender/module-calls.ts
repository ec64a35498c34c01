/** Calls of update modules by the client, as far as they distinguish a module from other scripts. */
import { installCall } from './keywords.ts';

/** mender@5.1.0:Documentation/update-modules-v3-file-api.md; any script may have the other words. */
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

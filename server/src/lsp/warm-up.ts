/** Checks a sample while the client still gets ready: what a process does for the first time takes it several times as long. */
import { createDocument } from '../document/document.ts';
import { check } from '../findings/check.ts';
import type { Finding } from '../findings/finding.ts';
import { defaultOptions } from '../options/options.ts';
import { messagesIn } from '../workspace/slices.ts';

/** What scripts have in common, and something to find in it. */
const sample = `#!/bin/sh
set -eu
. /etc/default/tool
usage() {
    echo "usage: $0 [-v] FILE" >&2
    exit 1
}
while [ $# -gt 0 ]; do
    case "$1" in
        -v | --verbose) verbose=1; shift ;;
        *) break ;;
    esac
done
for file in "$STATE"/*; do
    if [ -f "$file" ] && ! grep -q 'x y' "$file" 2>/dev/null; then
        cp -a "$file" "\${DEST:-/tmp}/$(basename "$file")" || usage
    fi
done
cat <<END
name=$(hostname) \${verbose%%-*} $((1 + 1))
END
sudo mender show-artifact | sed 's/a/b/' || true
systemctl restart mender-client
`;

/** Short enough for a message to wait for it; those that are there already come first. */
export async function warmUp(): Promise<readonly Finding[]> {
  await messagesIn();
  return check(createDocument({ uri: 'file:///sample.sh', languageId: 'shellscript', text: sample }), defaultOptions);
}

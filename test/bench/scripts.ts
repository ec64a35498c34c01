/** How a script prints what is installed: with the old client alone, or with whichever it finds. */
const showing = {
  old: ['    log "$(mender show-artifact): $(basename "$0") was called!"'],
  both: [
    '    if command -v mender-update >/dev/null; then',
    '        log "$(mender-update show-artifact): $(basename "$0") was called!"',
    '    else',
    '        log "$(mender show-artifact): $(basename "$0") was called!"',
    '    fi',
  ],
};

export type Generations = keyof typeof showing;

/** Shell scripts of any length that look like those of a product. Always the same ones. */
export function longScript(lines: number, generations: Generations = 'old'): string {
  const text = ['#!/bin/bash', '# Generated for a benchmark.', 'set -eu', ''];
  for (let block = 0; text.length < lines; block++) {
    text.push(
      `update_part_${block}() {`,
      `    local name="\${1:-part-${block}}" count=${block}`,
      '    for file in "$DATA"/parts/*.bin; do',
      '        [ -e "$file" ] || continue',
      '        if ! sha256sum --quiet -c "$file.sum" >/dev/null 2>&1; then',
      '            echo "part $name of $(basename "$file") is broken" >&2',
      '            return 1',
      '        fi',
      `        cp -a "$file" "/data/parts/$name-${block}" && sync`,
      '    done',
      '    case "$name" in',
      `        part-${block}) log "done: \${name%%-*} $((count + 1))" ;;`,
      '        *) log "other: $name" ;;',
      '    esac',
      ...(block % 5 === 0 ? showing[generations] : []),
      ...(block % 9 === 0 ? ['    systemctl restart mender-client || true'] : []),
      '}',
      '',
    );
  }
  return `${text.join('\n')}\n`;
}

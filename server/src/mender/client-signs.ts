/** Text that proves that `mender` is Mender's client: other programs have that name, too. */
export const clientSigns =
  /mender\.io|mender(?:software|-(?:client|update|auth|setup|snapshot|connect|configure|artifact|cli|convert|monitor))|meta-mender|\/mender\.conf|\/etc\/mender|\/var\/lib\/mender|\.mender\b|[Mm]ender (?:[Cc]lient|[Ss]erver|[Aa]rtifact|[Uu]pdate)|\bOTA\b|over[- ]the[- ]air|\b(?:[Yy]octo|rootfs)\b/;

/** Registries of languages contain programs with that name, but not Mender's client. */
export const otherRegistries =
  /\b(?:pipx?|pip3|npm|pnpm|yarn|bun|cargo|gem|go|poetry|uv(?: tool)?)[ \t]+(?:-\S+[ \t]+)*(?:i|install|add|get)[ \t]+(?:-\S+[ \t]+)*(?:\S*\/)?mender(?:@\S*)?(?=\s|$|[`"'])|\b(?:npx|bunx|uvx|python3?[ \t]+-m)[ \t]+mender\b(?!-)/;

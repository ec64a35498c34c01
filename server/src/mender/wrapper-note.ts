/** What differs if `mender-lint wrapper` has replaced the old program: lines for a comment. */
export const wrapperNote = `\
What it prints and how it ends is what the new programs print and how they end: \`show-artifact\` prints
\`unknown\` and ends with 0 where there is no Artifact, and \`bootstrap\` ends with 0 when the server does not
accept the device.`;

/** Rules that help and templates use as examples. */
export const sampleRules = { call: 'mender-commit', option: 'data-option', reviewed: 'mender-daemon' } as const;

/** Rules that help and templates name, to show how one is written. */
export const sampleRules = { call: 'mender-commit', option: 'data-option', reviewed: 'mender-daemon' } as const;

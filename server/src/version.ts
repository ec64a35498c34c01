/** The version of this package, inserted by the bundler. */
declare const MENDER_LINT_VERSION: string | undefined;

export const version: string = typeof MENDER_LINT_VERSION === 'string' ? MENDER_LINT_VERSION : '0.0.0-source';

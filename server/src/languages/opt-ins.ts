/** Kinds of files that are looked at only if the user asks for it: most of them are not about what runs on a device. */

export const optIns = ['markdown', 'strings'] as const;

export type OptIn = (typeof optIns)[number];

/** What is looked at only for those who ask for it: most of it is not about what runs on a device. */

export const optIns = ['markdown', 'strings'] as const;

export type OptIn = (typeof optIns)[number];

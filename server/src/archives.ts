/** Reads archives, as a separate bundle: loaded only if the user names one. */
export { archiveDecoders } from './host/archive-decoders.ts';

/** What reads archives, as a bundle of its own: it is loaded by those alone who name one. */
export { archiveDecoders } from './host/archive-decoders.ts';

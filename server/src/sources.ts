/** What reads programs of other languages, as a bundle of its own: it is loaded by those alone who include `strings`. */
export { sourceReader } from './languages/program-strings/reader.ts';

/** Reads programs of other languages, as a separate bundle: loaded only if the user includes `strings`. */
export { sourceReader } from './languages/program-strings/reader.ts';

/** Why an archive cannot be read, or not to its end: a clause that follows "it is a tar archive that". */
export class ArchiveProblem extends Error {}

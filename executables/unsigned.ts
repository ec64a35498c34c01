/**
 * Takes the signature off a program of Windows: it is that of those who signed Node, and no longer valid when something is added.
 * Offsets are those of Microsoft's "PE Format": the optional header of PE32+, and its directory of certificates.
 */

const PE32_PLUS = 0x20b;
const CHECKSUM = 64;
const CERTIFICATES = 112 + 4 * 8;

export function unsigned(program: Buffer): Buffer {
  const header = program.readUInt32LE(0x3c) + 24;
  if (program.readUInt16LE(header) !== PE32_PLUS) throw new Error('this is no 64-bit program of Windows');
  const start = program.readUInt32LE(header + CERTIFICATES);
  const size = program.readUInt32LE(header + CERTIFICATES + 4);
  if (start === 0) return program;
  if (start + size !== program.length) throw new Error('the signature is not at the end of the program');
  const rest = Buffer.from(program.subarray(0, start));
  rest.fill(0, header + CERTIFICATES, header + CERTIFICATES + 8);
  rest.writeUInt32LE(0, header + CHECKSUM);
  return rest;
}

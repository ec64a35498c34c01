/** Selects files by their path alone: most files of a tree are skipped here, unopened. */
import { artifactFile } from '../mender/file-names.ts';
import { languages } from './languages.ts';
import { type NameSelection, selectMarked } from './marked-names.ts';
import type { OptIn } from './opt-ins.ts';

/** `name` is the last part of a path; `include` lists what is looked at in addition to the default. */
export function selectByName(name: string, include: readonly OptIn[] = []): NameSelection {
  const marked = selectMarked(name);
  if (marked) return marked;
  if (include.length > 0 && isOptedIn(name, include)) return 'scan';
  const own = extensionOf(withoutTemplateSuffix(name));
  return own !== '' && otherExtensions.has(own) ? 'skip' : 'scan';
}

function isOptedIn(name: string, include: readonly OptIn[]): boolean {
  const optIn = optInOf(name);
  return optIn !== undefined && include.includes(optIn);
}

/** The name in `include` that makes a file be looked at that is skipped by default because of its name. */
export function optInOf(name: string): OptIn | undefined {
  const plain = withoutTemplateSuffix(name);
  return languages.find(({ optIn, files = [] }) => optIn && files.some(({ pattern }) => pattern.test(plain)))?.optIn;
}

/** Suffixes of templates; the name before them decides. */
const templateSuffix = /\.(?:in|template|tmpl|tpl|j2|jinja|jinja2|mustache|example|sample)$/;

export function withoutTemplateSuffix(name: string): string {
  return name.replace(templateSuffix, '');
}

/** Without its dot, in lower case; empty when there is none. */
function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot <= 0 ? '' : name.slice(dot + 1).toLowerCase();
}

/**
 * Extensions of files that are never ours. It lists what is skipped and not what is read: scripts have all kinds of
 * names, and an extension missing here costs a read, while one missing in a list of ours would cost its findings.
 */
const otherExtensions = new Set(
  [
    // Sources of other languages.
    'c h cc cpp cxx hh hpp hxx m mm rs go py pyc pyi js mjs cjs jsx ts tsx mts cts vue java kt kts class scala cs fs swift dart zig',
    'pl pm rb php lua tcl r jl hs ml erl ex exs el lisp clj s asm ld lds v vhd vhdl sv dts dtsi dtso proto graphql qml ui ino',
    'patch diff cmake m4 ac am awk sed ps1 bat cmd vim',
    // Documents and data.
    'md markdown rst adoc org tex texi html htm xhtml css scss sass less xml xsl xsd xslt json jsonl json5 ndjson toml ini csv tsv sql',
    'po pot mo log lock sum map snap tap ipynb rtf odt ods doc docx xls xlsx ppt pptx pdf ps eps cfg scc defconfig',
    // Pictures, sound, fonts.
    'png jpg jpeg gif svg ico webp bmp tif tiff xpm xcf psd mp3 mp4 m4a wav ogg flac avi mkv mov webm ttf otf woff woff2 eot',
    // Archives, programs, images.
    'gz tgz xz txz bz2 tbz zst lz4 lzma zip 7z rar tar cpio jar war deb rpm ipk apk whl gem o a so ko lo la obj lib dll exe elf bin hex',
    'img iso wic bmap dtb dtbo ext2 ext3 ext4 squashfs ubi ubifs ubifsimg jffs2 vmdk vdi qcow2 db sqlite sqlite3 dat pickle npy',
    artifactFile.extension,
    'pem key crt cer der csr p12 pfx asc sig gpg md5 sha1 sha256 sha512 sigdata siginfo',
  ].flatMap(line => line.split(' ')),
);

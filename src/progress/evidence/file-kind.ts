/** Which files are taken as evidence, found out from what is in them: a name or a declared type proves nothing. */
import { fileTypeFromBuffer } from 'file-type';
import { extensionOf, safeName, withExtension } from './file-name.js';

export const IMAGE_KINDS = ['png', 'jpeg', 'webp', 'gif'] as const;
export type ImageKind = (typeof IMAGE_KINDS)[number];
export type FileKind = ImageKind | 'pdf' | 'zip' | 'text';

/** What a browser is told, and the extensions that go with it; the first is given to a name that has none. None of these types can run. */
const BINARY: Record<Exclude<FileKind, 'text'>, { type: string; extensions: readonly [string, ...string[]] }> = {
  png: { type: 'image/png', extensions: ['png'] },
  jpeg: { type: 'image/jpeg', extensions: ['jpg', 'jpeg'] },
  webp: { type: 'image/webp', extensions: ['webp'] },
  gif: { type: 'image/gif', extensions: ['gif'] },
  pdf: { type: 'application/pdf', extensions: ['pdf'] },
  zip: { type: 'application/zip', extensions: ['zip'] },
};
/** Texts that no system runs when they are opened. Every other text is kept as plain text, its name ending in .txt: scripts, HTML, SVG. */
const TEXTS: Record<string, string> = {
  txt: 'text/plain; charset=utf-8',
  log: 'text/plain; charset=utf-8',
  toml: 'text/plain; charset=utf-8',
  tsv: 'text/plain; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  markdown: 'text/markdown; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json',
  ipynb: 'application/x-ipynb+json',
  yaml: 'application/yaml',
  yml: 'application/yaml',
};
const PLAIN = 'txt';

const BY_MEDIA_TYPE: Record<string, FileKind> = {
  'image/apng': 'png',
  ...Object.fromEntries(Object.entries(BINARY).map(([kind, { type }]) => [type, kind as FileKind])),
};

/** What the bytes are; undefined where it is nothing that is taken. */
export async function kindOf(bytes: Uint8Array): Promise<FileKind | undefined> {
  if (bytes.length === 0) return undefined;
  // A file that breaks off in its middle makes the reader throw; then it is nothing we know.
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  return BY_MEDIA_TYPE[found?.mime ?? ''] ?? (isText(bytes) ? 'text' : undefined);
}

/** UTF-8 throughout, without the control characters that no text has. */
export function isText(bytes: Uint8Array): boolean {
  const control = /[\u0000-\u0008\u000b\u000e-\u001a\u001c-\u001f\u007f]/;
  try {
    return !control.test(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return false;
  }
}

export const isImage = (kind: FileKind): kind is ImageKind => (IMAGE_KINDS as readonly FileKind[]).includes(kind);

/** The name and the type under which a file of this kind is kept; null where its name claims another kind. */
export function keptAs(given: string, kind: FileKind): { name: string; type: string } | null {
  const name = safeName(given);
  const extension = extensionOf(name);
  const claimed = Object.entries(BINARY).find(([, { extensions }]) => extensions.includes(extension))?.[0] ?? (extension in TEXTS ? 'text' : undefined);
  if (claimed !== undefined && claimed !== kind) return null;
  if (kind !== 'text') {
    const { type, extensions } = BINARY[kind];
    return { type, name: claimed === kind ? name : withExtension(name, extensions[0]) };
  }
  return claimed === 'text' ? { name, type: TEXTS[extension]! } : { name: withExtension(name, PLAIN), type: TEXTS[PLAIN]! };
}

/** The same for an image that was written anew as another kind. */
export function renamed(name: string, kind: ImageKind): { name: string; type: string } {
  const { type, extensions } = BINARY[kind];
  return { type, name: (extensions as readonly string[]).includes(extensionOf(name)) ? name : withExtension(name, extensions[0], true) };
}

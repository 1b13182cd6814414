import { normalForm } from '../../platform/text/normal-text.contract.js';

/** Names of files as people gave them, made fit to be shown, kept and saved anywhere. */

const LONGEST = 120;
/** Signs that turn the direction of a text, with which `gpj.exe` is made to look like `exe.jpg`; and those that show nothing. */
const DECEIVING = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\u2028\u2029]/gu;
const FORBIDDEN = /[<>:"|?*]/g;
/** Names that Windows takes for devices, whatever their extension. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** The last part of a path, without what a file system or a reader could be led astray by; `file` where nothing is left. */
export function safeName(given: string): string {
  const last = normalForm(given, 'NFC').split(/[/\\]/).at(-1) ?? '';
  const plain = last
    .replaceAll(DECEIVING, '')
    .replaceAll(FORBIDDEN, '_')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[. ]+/, '')
    .replace(/[. ]+$/, '');
  const name = shortened(DEVICE.test(plain) ? `_${plain}` : plain);
  return name === '' ? 'file' : name;
}

/** What follows the last dot, in lower case; empty where there is none. */
export function extensionOf(name: string): string {
  return /[^.]\.([\p{L}\p{N}]{1,10})$/u.exec(name)?.[1]?.toLowerCase() ?? '';
}

/** The name with another extension in place of its own, or behind it. */
export function withExtension(name: string, extension: string, instead = false): string {
  const stem = instead && extensionOf(name) !== '' ? name.slice(0, name.lastIndexOf('.')) : name;
  return `${[...stem].slice(0, LONGEST - extension.length - 1).join('')}.${extension}`;
}

/** By whole characters, and so that the extension stays. */
function shortened(name: string): string {
  const letters = [...name];
  if (letters.length <= LONGEST) return name;
  const extension = extensionOf(name);
  return extension === '' ? letters.slice(0, LONGEST).join('') : withExtension(name, extension, true);
}

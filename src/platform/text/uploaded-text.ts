import { faultsIn, textOf, type DecodedText } from './text-of.js';

/** The text of a file that came inside of JSON. */
export function uploadedText(file: { base64?: string | undefined; text?: string | undefined }): DecodedText {
  if (file.base64 !== undefined) return textOf(Buffer.from(file.base64, 'base64'));
  const text = (file.text ?? '').replace(/^\ufeff/, '');
  return { text, encoding: 'utf-8', faults: faultsIn(text) };
}

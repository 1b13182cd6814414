import { Problem } from '../platform/http/problem.js';
import { faultText } from '../platform/text/text-of.js';
import type { UploadedFile } from '../platform/text/uploaded-file.contract.js';
import { uploadedText } from '../platform/text/uploaded-text.js';
import { curriculumInvalid } from './curriculum.contract.js';

/** The text of an uploaded curriculum; refuses one with lost characters, which would stay in slugs for good. */
export function curriculumText(file: UploadedFile): string {
  const { text, faults } = uploadedText(file);
  if (faults.length === 0) return text;
  const errors = faults.map((fault) => ({ path: '', message: faultText(fault) }));
  throw new Problem(curriculumInvalid, 'Nothing was imported. Fix what `errors` names, and send the file again.', { errors });
}

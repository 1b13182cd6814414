import { z } from 'zod';
import { EnrollmentId } from '../../enrollments/enrollments.contract.js';
import { filesDown } from '../../platform/files/files.contract.js';
import { endpoint, FileAnswer, FileBody, IdempotencyKey } from '../../platform/http/endpoint.contract.js';
import { problem } from '../../platform/http/problem.contract.js';
import { Instant } from '../../platform/time/time.contract.js';
import { enrollmentClosed, keyTaken } from '../progress.contract.js';
import { atMost, Line } from '../../platform/text/normal-text.contract.js';

export const MOST_FILE_BYTES = 10 * 1_048_576;
/** Of one enrollment, all files together. */
export const MOST_BYTES = 200 * 1_048_576;

export const EvidenceFile = z
  .object({
    id: z.uuid(),
    name: z.string(),
    type: z.string().describe('Found out from what is in it; none that a browser runs'),
    bytes: z.int(),
    uploadedAt: Instant,
  })
  .meta({ id: 'EvidenceFile' });
export type EvidenceFile = z.output<typeof EvidenceFile>;

export const fileNotTaken = problem({ slug: 'file-not-taken', status: 422, title: 'Files of this kind are not taken' });
export const fileNotAsNamed = problem({ slug: 'file-not-as-named', status: 422, title: 'The file is not what its name says' });
export const imageUnreadable = problem({ slug: 'image-unreadable', status: 422, title: 'The image cannot be read' });
export const noRoomForFile = problem({ slug: 'no-room-for-file', status: 409, title: 'There is no room for this file' });

export const uploadFile = endpoint({
  method: 'POST',
  path: '/enrollments/:enrollmentId/files',
  summary: 'Upload a file as evidence: an image, PDF, ZIP or text of up to 10 MB. A file that no evidence uses is deleted after a day',
  allow: 'study',
  params: EnrollmentId,
  query: z.object({ name: Line.min(1, 'Enter a file name').check(atMost(400)) }),
  headers: IdempotencyKey,
  takes: 'application/octet-stream',
  bodyBytes: MOST_FILE_BYTES,
  body: FileBody,
  answer: EvidenceFile,
  refusals: [enrollmentClosed, keyTaken, fileNotTaken, fileNotAsNamed, imageUnreadable, noRoomForFile, filesDown],
});

export const readFile = endpoint({
  method: 'GET',
  path: '/enrollments/:enrollmentId/files/:fileId',
  summary: 'Read a file; images may be shown, everything else is saved',
  allow: 'read-enrollment',
  params: EnrollmentId.extend({ fileId: z.uuid() }),
  sends: 'application/octet-stream',
  answer: FileAnswer,
  refusals: [filesDown],
});

import { counted } from './counted.js';
import type { Checked } from './format/read-backup.js';

/** What a backup holds, for the operator. */
export function summaryOf({ manifest, end }: Checked): string[] {
  const rows = Object.values(end.tables).reduce((sum, table) => sum + table.rows, 0);
  const holds = `${counted(manifest.tables.length, 'table')}, ${counted(rows, 'row')}, ${counted(end.files, 'file')}`;
  return [
    `Backup of ${manifest.madeAt.slice(0, 16).replace('T', ' ')} UTC, made by Daymark ${manifest.daymarkVersion}: ${holds}.`,
    ...filesNote(manifest.files, end.s3Keys.length),
    ...(manifest.hasSecrets ? [] : ['It holds no secrets: after a restore, everyone signs in again.']),
  ];
}

export const filesNote = (files: Checked['manifest']['files'], keys: number): string[] =>
  files === 'in-s3' ? [`Files are in S3: this backup holds ${counted(keys, 'key')} and not the files. Back up the bucket too.`] : [];

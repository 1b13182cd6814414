import { join } from 'node:path';
import type { Settings } from '../config/config.js';
import { DiskFileStore } from './disk-file-store.js';
import type { FileStore } from './file-store.js';
import { S3FileStore } from './s3-file-store.js';

/** The store that the settings name: S3 where its address is set, else a folder of the data folder. */
export function fileStoreOf(config: Settings): FileStore {
  const { DAYMARK_FILES_S3_URL: url, DAYMARK_FILES_S3_BUCKET: bucket, DAYMARK_FILES_S3_REGION: region } = config;
  const { DAYMARK_FILES_S3_ACCESS_KEY_ID: accessKeyId, DAYMARK_FILES_S3_SECRET_ACCESS_KEY: secretAccessKey } = config;
  // readConfig has seen to it that the others are there.
  if (url && bucket && accessKeyId && secretAccessKey) return new S3FileStore({ url, bucket, region, accessKeyId, secretAccessKey });
  return new DiskFileStore(join(config.DAYMARK_DATA_DIR, 'files'));
}

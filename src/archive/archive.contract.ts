import { endpoint, FileAnswer } from '../platform/http/endpoint.contract.js';

export const downloadArchive = endpoint({
  method: 'GET',
  path: '/archive',
  summary: 'Download everything of your own as one ZIP: JSON, tables as CSV, your study log as it can be imported again, and your files',
  allow: 'signed-in',
  securityEvent: 'personal-data-export',
  sends: 'application/zip',
  answer: FileAnswer,
});

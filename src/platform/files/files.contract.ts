import { problem } from '../http/problem.contract.js';

export const filesDown = problem({ slug: 'files-down', status: 503, title: 'The store of files does not answer' });

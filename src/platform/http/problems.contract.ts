import { problem } from './problem.contract.js';

/** The refusals every endpoint can give. */
export const invalidInput = problem({ slug: 'invalid-input', status: 400, title: 'Something sent is not valid' });
export const malformedBody = problem({ slug: 'malformed-body', status: 400, title: 'The body cannot be read as JSON' });
export const notSignedIn = problem({ slug: 'not-signed-in', status: 401, title: 'Sign in first' });
export const notPermitted = problem({ slug: 'not-permitted', status: 403, title: 'Your account role does not allow this' });
export const scopeMissing = problem({ slug: 'scope-missing', status: 403, title: 'This token is not for that' });
export const foreignOrigin = problem({ slug: 'foreign-origin', status: 403, title: 'Request from another site' });
export const notFound = problem({ slug: 'not-found', status: 404, title: 'Not found' });
export const bodyTooLarge = problem({ slug: 'body-too-large', status: 413, title: 'What was sent is too large' });
export const wrongContentType = problem({ slug: 'wrong-content-type', status: 415, title: 'This content type is not accepted here' });
export const tooManyRequests = problem({ slug: 'too-many-requests', status: 429, title: 'Too many requests' });
export const unexpected = problem({ slug: 'unexpected', status: 500, title: 'Something went wrong on our side' });
export const databaseDown = problem({ slug: 'database-down', status: 503, title: 'The database does not answer' });
export const diskFull = problem({ slug: 'disk-full', status: 503, title: 'The server has no space left' });

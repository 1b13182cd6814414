import { z } from 'zod';

/** A text file inside of JSON: its bytes, so that the server finds out the encoding, or its text where a program has that already. */
export type UploadedFile = { base64: string; text?: undefined } | { base64?: undefined; text: string };

const base64 = (what: string) =>
  z
    .string()
    .refine((text) => !/[^A-Za-z0-9+/=]/.test(text), 'Must be base64')
    .describe(`${what}, at most 10 MB: its bytes as base64, in any encoding`);
const text = (what: string) => z.string().describe(`${what}, at most 10 MB, as text`);

/** The two forms of a file, for a union with others. */
export const fileForms = (what: string) => [z.strictObject({ base64: base64(what) }), z.strictObject({ text: text(what) })] as const;
/** A body that is a file and nothing else. */
export const fileInJson = (what: string) => z.union(fileForms(what));
/** A file among other members: one of both must be there (`isOneFile`). */
export const fileMembers = (what: string) => ({ base64: base64(what).optional(), text: text(what).optional() });
export const isOneFile = (body: { base64?: string | undefined; text?: string | undefined }): boolean =>
  (body.base64 === undefined) !== (body.text === undefined);
export const ONE_FILE = { path: ['text'], message: 'Send the file as `base64` or as `text`' };

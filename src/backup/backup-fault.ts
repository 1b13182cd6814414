/** Why a backup or a restore cannot be done, in one sentence that says what to do. Printed without a stack, exit code 1. */
export class BackupFault extends Error {}

export const DAMAGED = 'The backup is damaged or incomplete. Nothing was changed. Use another backup.';

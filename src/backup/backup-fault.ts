/** Why a backup or a restore cannot be done, in one sentence that says what to do. Printed without a stack, exit code 1. */
export class BackupFault extends Error {}

/** The operator pressed Ctrl-C, or the command got a signal to stop. */
export class Interrupted extends Error {}

export const DAMAGED = 'The backup is damaged or incomplete. Nothing was changed. Use another backup.';

import { lazySheet } from '../../ui/lazy-part';
import { stay, useAsked } from './sign-out';
import type { UnsentWorkDialogProps } from './unsent-work-dialog';

const UnsentWorkDialog = lazySheet<UnsentWorkDialogProps>(
  'Sign out and delete unsent work?',
  () => import('./unsent-work-dialog').then((module) => module.UnsentWorkDialog),
  'dialog',
);

/** Open while a person who signs out is asked whether to delete their unsent work. */
export const SignOutDialog = () => <UnsentWorkDialog opened={useAsked() !== null} onClose={stay} />;

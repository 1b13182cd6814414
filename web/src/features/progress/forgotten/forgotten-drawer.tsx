import { lazySheet } from '../../../ui/lazy-part';
import type { ForgottenDrawerProps } from './forgotten-form-drawer';

export const ForgottenDrawer = lazySheet<ForgottenDrawerProps>('Yesterday', () =>
  import('./forgotten-form-drawer').then(({ ForgottenFormDrawer }) => ForgottenFormDrawer),
);

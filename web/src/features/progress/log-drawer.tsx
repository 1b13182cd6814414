import { lazySheet } from '../../ui/lazy-part';
import type { LogDrawerProps } from './log-form-drawer';

/** The form to log study, or to correct an entry. */
export const LogDrawer = lazySheet<LogDrawerProps>('Log study', () => import('./log-form-drawer').then(({ LogFormDrawer }) => LogFormDrawer));

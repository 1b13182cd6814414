import { useQuery } from '@tanstack/react-query';
import { toast } from '../../ui/toast-store';
import { mailSettingsQuery } from './mail-queries';

/** Confirms a mail that an admin sent: 'Invitation sent to …', or where to find it if there is no mail server. */
export function useMailToast(): (what: string, to: string, again?: string) => void {
  const isSent = useQuery(mailSettingsQuery()).data?.via !== 'outbox';
  return (what, to, again = '') =>
    toast(isSent ? `${what} sent to ${to}${again}` : `There is no mail server. ${what} for ${to} is saved in the outbox of the data folder`);
}

import { useQuery } from '@tanstack/react-query';
import { toast } from '../../ui/toast-store';
import { mailSettingsQuery } from './mail-queries';

/** Says what became of mail that an admin caused: 'Invitation sent to …', or where it is on a server that sends no mail. */
export function useMailToast(): (what: string, to: string, again?: string) => void {
  const isSent = useQuery(mailSettingsQuery()).data?.via !== 'outbox';
  return (what, to, again = '') =>
    toast(isSent ? `${what} sent to ${to}${again}` : `There is no mail server. ${what} for ${to} is a file in the outbox of the data folder`);
}

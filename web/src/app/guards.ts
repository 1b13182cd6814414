import { notFound, redirect } from '@tanstack/react-router';
import type { AccountRole } from '@server/platform/auth/permission.contract';
import { inBase } from '../api/base';
import { settleSession } from '../api/session';
import { firstPage, readView, rememberView } from './view';

/** Lets in who is signed in; everybody else signs in first and comes back. */
export async function signedIn({ location }: { location: { href: string; pathname: string } }): Promise<void> {
  const session = await settleSession();
  if (session.account) return;
  const left = session.state === 'signed-out' && session.left;
  throw redirect({ to: '/sign-in', search: left ? {} : { next: location.href } });
}

/** Lets everybody in, once it is known who comes. Who cannot be asked about is a visitor: the page needs nobody. */
export async function anybody(): Promise<void> {
  await settleSession().catch(() => undefined);
}

/** A door: who is signed in goes on to where they wanted, or to the page given, or to where they start. */
export const signedOut =
  (onwards?: string) =>
  async ({ search }: { search: { next?: string | undefined } }): Promise<void> => {
    const { account } = await settleSession();
    if (account) throw redirect({ href: inBase(search.next ?? onwards ?? firstPage(account)) });
  };

/** A page of one account role; to others there is no such page. Being there is choosing to see the app as that. */
export const as =
  (role: AccountRole) =>
  async ({ preload }: { preload: boolean }) => {
    const { account } = await settleSession();
    if (!account?.accountRoles.includes(role)) throw notFound();
    if (!preload) rememberView(role);
  };

/** From the bare address to where this person starts. */
export async function toFirstPage(): Promise<void> {
  const { account } = await settleSession();
  if (!account) throw redirect({ to: '/sign-in' });
  throw redirect({ to: firstPage(account, readView()) });
}

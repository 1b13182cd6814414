import { z } from 'zod';
import { endpoint } from '../../platform/http/endpoint.contract.js';
import { problem } from '../../platform/http/problem.contract.js';
import { AccountRow, lastAdmin, learnersLeft, notAMentor, RolesChange } from '../users.contract.js';

export const ownDeactivation = problem({ slug: 'own-deactivation', status: 409, title: 'You can’t deactivate your own account' });

export const Deactivation = RolesChange.pick({ learnersTo: true }).meta({ id: 'Deactivation' });

const params = z.object({ accountId: z.uuid() });

export const deactivateAccount = endpoint({
  method: 'PUT',
  path: '/accounts/:accountId/deactivation',
  summary: 'Deactivate an account: its sessions, tokens and calendar link end, mail to it stops, and its records stay. Repeating it changes nothing',
  allow: 'administer',
  securityEvent: 'account-deactivation',
  params,
  body: Deactivation,
  answer: AccountRow,
  refusals: [ownDeactivation, lastAdmin, learnersLeft, notAMentor],
});

export const reactivateAccount = endpoint({
  method: 'DELETE',
  path: '/accounts/:accountId/deactivation',
  summary: 'Reactivate an account: the person signs in with the password they had. Repeating it changes nothing',
  allow: 'administer',
  securityEvent: 'account-reactivation',
  params,
  answer: AccountRow,
});

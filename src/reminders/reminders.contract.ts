import { z } from 'zod';
import { endpoint } from '../platform/http/endpoint.contract.js';
import { Instant, LocalTime, TimeZone } from '../platform/time/time.contract.js';
import { Opaque } from '../platform/text/normal-text.contract.js';

/** When a learner is reminded who never said when. */
export const USUAL_TIME: LocalTime = '18:00';

export const ReminderRuleChange = z.object({ localTime: LocalTime, enabled: z.boolean() }).meta({ id: 'ReminderRuleChange' });
export type ReminderRuleChange = z.output<typeof ReminderRuleChange>;

/** When somebody is reminded on a planned day with nothing logged. */
export const ReminderRule = ReminderRuleChange.extend({
  timeZone: TimeZone.describe('Of the account: the local time is a time there'),
  nextDueAt: Instant.nullable().describe('When it is next looked whether a reminder is due; null while disabled, or before the first enrollment'),
  disabledWhy: z.enum(['asked', 'unsubscribed']).nullable(),
}).meta({ id: 'ReminderRule' });
export type ReminderRule = z.output<typeof ReminderRule>;

export const readReminderRule = endpoint({
  method: 'GET',
  path: '/reminder-rule',
  summary: 'Read when you are reminded to study',
  allow: 'signed-in',
  answer: ReminderRule,
});

export const setReminderRule = endpoint({
  method: 'PUT',
  path: '/reminder-rule',
  summary: 'Set when you are reminded to study, or that you are not',
  allow: 'signed-in',
  body: ReminderRuleChange,
  answer: ReminderRule,
});

/** Mail that one may decline. */
export const DeclinableMail = z.enum(['study-reminder']).meta({ id: 'DeclinableMail' });
export type DeclinableMail = z.output<typeof DeclinableMail>;

export const Unsubscription = z
  .object({
    kind: DeclinableMail,
    email: z.string().describe('The address, with most of it hidden'),
    unsubscribed: z.boolean().describe('Whether none is sent already'),
  })
  .meta({ id: 'Unsubscription' });
export type Unsubscription = z.output<typeof Unsubscription>;

const Token = z.object({ token: Opaque.max(150).describe('From the link in the mail') });

export const readUnsubscription = endpoint({
  method: 'GET',
  path: '/unsubscriptions/:token',
  summary: 'Read what a link in a mail would end; changes nothing',
  allow: 'public',
  params: Token,
  answer: Unsubscription,
});

export const unsubscribe = endpoint({
  method: 'POST',
  path: '/unsubscriptions/:token',
  summary: 'End mail of this kind, in one click (RFC 8058); whatever the body holds is ignored, and a repeat is welcome',
  allow: 'public',
  status: 200,
  forms: true,
  params: Token,
  answer: z.object({ unsubscribed: z.literal(true) }),
});

import { letter, type MailContent } from '../platform/mail/letter.js';
import { Temporal } from 'temporal-polyfill';
import type { LocalDate } from '../platform/time/time.contract.js';
import { minutesOf, type EnrollmentDay } from './decide-reminder.js';

export interface Reminder {
  name: string;
  date: LocalDate;
  /** When they asked to be reminded, `HH:MM`. */
  localTime: string;
  open: readonly EnrollmentDay[];
  /** The page to log on, and the page that ends reminders. */
  links: { today: string; unsubscribe: string };
}

/** `75` as `1 h 15 min`. */
export function inHours(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [hours && `${hours} h`, rest && `${rest} min`].filter(Boolean).join(' ') || '0 min';
}

/** How far the exam is, from this date. */
function untilExam(date: LocalDate, examOn: LocalDate): string {
  const { days } = Temporal.PlainDate.from(date).until(examOn);
  if (days < 0) return 'exam date passed';
  if (days <= 1) return days === 0 ? 'exam today' : 'exam tomorrow';
  return `exam in ${days} days`;
}

/** The mail of a planned day with nothing logged. */
export function reminderMail({ name, date, localTime, open, links }: Reminder): MailContent {
  const time = inHours(minutesOf(open));
  return {
    subject: `${time} of study planned for today`,
    ...letter({
      heading: `${time} planned for today`,
      paragraphs: [`${name}, nothing is logged for today yet. A short session counts too.`],
      sections: open.map(({ level, examOn, items }) => ({
        title: `${level}, ${untilExam(date, examOn)}`,
        items: items.map(({ title, minutes }) => `${title}, ${inHours(minutes)}`),
      })),
      act: { text: 'Open Today', link: links.today, isSecret: false },
      footer: {
        text: `You get this at ${localTime} on planned days with nothing logged.`,
        act: { text: 'No more reminders', link: links.unsubscribe, isSecret: true },
      },
    }),
  };
}

import { dateInFull, dayAndMonth, dayInFull, dayShort, weekdayAndDay, weekdayAndNumber } from './format';

const FORMS = { full: dayInFull, long: dateInFull, month: dayAndMonth, short: dayShort, weekday: weekdayAndDay, number: weekdayAndNumber } as const;

interface Props {
  /** `YYYY-MM-DD` */
  date: string;
  /** full 'Tuesday 20 October', long '14 November 2026', month '14 November', short '14 Nov', weekday 'Wed 14 Oct', number 'Mon 19' */
  form?: keyof typeof FORMS;
}

/** A calendar date in words. */
export function DateText({ date, form = 'month' }: Props) {
  return (
    <time dateTime={date} className="nowrap">
      {FORMS[form](date)}
    </time>
  );
}

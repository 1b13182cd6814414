/** A forecast and the ways to go on, in words. Pure. */
import { chancePercent } from '@server/platform/percent.contract';
import type { ExamOption, Fan, Forecast } from '@server/readiness/forecast/forecast.contract';
import { counted, dayAndMonth, daysBetween, dayShort, duration } from '../../../ui/format';
import { KEPT, loggedAWeek, onAverageAWeek } from '../../enrollments/week-words';
import { chanceBrief, rangeWords } from '../chance-words';

/** A plan ends with its exam; a pace is followed for a year. */
export type Span = 'exam' | 'year';

/** Where a fan ends: '68, most likely 60 to 76' */
export const endWords = ({ atExam: { p10, p50, p90 } }: Fan): string => `${p50}, most likely ${p10} to ${p90}`;

/** When it is likely to be ready: 'around 6 November, and by 11 November in four cases of five'. @param span how far it was looked for it */
export function readyWords({ p50ReadyOn, p80ReadyOn }: Fan, today: string, span: Span): string {
  if (!p50ReadyOn) return span === 'exam' ? 'not by the exam' : 'not within a year, as things go';
  if (p80ReadyOn && p80ReadyOn <= today) return 'today already, in four cases of five';
  const half = p50ReadyOn <= today ? 'today, as likely as not' : `around ${dayAndMonth(p50ReadyOn, today)}`;
  if (p80ReadyOn) return `${half}, and by ${dayAndMonth(p80ReadyOn, today)} in four cases of five`;
  return span === 'exam'
    ? `${half}; to be so in four cases of five takes longer than the exam leaves`
    : `${half}; when in four cases of five is too far to say`;
}

/** The same as a figure with its note. */
export function readyFact({ p50ReadyOn, p80ReadyOn }: Fan, today: string, span: Span): { value: string; note: string } {
  if (!p50ReadyOn) return { value: 'Not in sight', note: span === 'exam' ? 'by the exam' : 'within a year, as things go' };
  const tooFar = span === 'exam' ? 'or later, perhaps after the exam' : 'or later, too far to say';
  return { value: dateOrToday(p50ReadyOn, today), note: p80ReadyOn ? `to ${dateOrToday(p80ReadyOn, today, 'today')}` : tooFar };
}

const dateOrToday = (date: string, today: string, word = 'Today') =>
  date <= today ? word : `${dayShort(date)}${date.slice(0, 4) === today.slice(0, 4) ? '' : ` ${date.slice(0, 4)}`}`;

/** A few weeks later, or the days where they make no whole week. */
function later(from: string, to: string): string {
  const days = daysBetween(from, to);
  return days % 7 === 0 ? counted(days / 7, 'week') : counted(days, 'day');
}

export function optionTitle({ kind, examOn, moreMinutesADay }: ExamOption, { today }: Pick<Forecast, 'today'>): string {
  if (kind === 'keep') return `Keep ${dayAndMonth(examOn, today)}`;
  if (kind === 'add-hours') return `Keep it, and study ${moreMinutesADay} min more a day`;
  return `Move to ${dayAndMonth(examOn, today)}`;
}

/** What it takes. What is added comes to what is planned; a later date goes on as it was planned until then. */
export function optionTakes({ kind, examOn, moreMinutesADay }: ExamOption, forecast: Forecast): string {
  const week = forecast.plan?.minutesAWeek ?? forecast.pace.minutesAWeek;
  if (kind === 'keep') return forecast.plan ? `${onAverageAWeek(week)}, ${KEPT}` : loggedAWeek(week);
  if (kind === 'add-hours') return `${duration(7 * moreMinutesADay)} a week more than ${forecast.plan ? 'planned' : 'you logged'}`;
  return `${later(forecast.examOn, examOn)} longer at the same ${duration(week)} a week on average`;
}

export interface Advice {
  title: string;
  /** One sentence, in numbers. */
  why: string;
}

/** What is advised and why. */
export function adviceOf(forecast: Forecast): Advice {
  const [keep, best] = [forecast.options.find(({ kind }) => kind === 'keep'), forecast.options.find(({ isAdvised }) => isAdvised)];
  const date = dayAndMonth(forecast.examOn, forecast.today);
  if (!best || !keep?.chance || !best.chance)
    return { title: `Keep ${date} for now`, why: 'There is no chance to speak of yet, so nothing speaks for another date.' };
  const title = optionTitle(best, forecast);
  if (best.kind === 'keep') return { title, why: whyKeep(keep.chance, forecast) };
  const [now, then] = [chanceBrief(keep.chance), chanceBrief(best.chance)];
  return best.kind === 'add-hours'
    ? { title, why: `With that the chance to pass is about ${then}; as it stands it is ${now}.` }
    : { title, why: `${sentence(later(forecast.examOn, best.examOn))} later the chance to pass is about ${then}; on ${date} it is ${now}.` };
}

/** A chance with which one goes, or that no other way betters by much. */
function whyKeep(chance: NonNullable<ExamOption['chance']>, { options }: Forecast): string {
  const others = options.filter(({ kind }) => kind !== 'keep').flatMap((option) => (option.chance ? [{ ...option, chance: option.chance }] : []));
  const best = others.reduce<(typeof others)[number] | undefined>(
    (most, option) => (most && most.chance.probability >= option.chance.probability ? most : option),
    undefined,
  );
  const now = `The chance to pass is about ${chancePercent(chance.probability)}%, somewhere from ${rangeWords(chance)}`;
  if (!best) return `${now}.`;
  const gain = chancePercent(best.chance.probability) - chancePercent(chance.probability);
  const most = `${chanceBrief(best.chance)}${best.kind === 'move' ? `, on ${dayShort(best.examOn)}` : ', with more hours'}`;
  return gain < 1 ? `${now}. No other date and no more hours make it better.` : `${now}. The most that another way makes of it is ${most}.`;
}

const sentence = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** How far off the decision is. */
export function decisionLead({ daysToExam, decideNow }: Pick<Forecast, 'daysToExam' | 'decideNow'>): string {
  if (daysToExam === 0) return 'The exam is today. This is what another date would mean.';
  if (decideNow) return `${counted(daysToExam, 'day')} to the exam: a good moment to decide. Nothing here is a promise.`;
  return `${counted(daysToExam, 'day')} to the exam: nothing has to be decided yet. This is how it looks today, and no promise.`;
}

/** In two lines, what the ways ahead come to. */
export function wayWords({ plan, pace, readyFrom, today }: Forecast): string {
  const shown = plan ?? pace;
  const name = plan ? 'On plan' : 'At this pace';
  const rest = plan ? ` At your present pace you would come to ${pace.atExam.p50}.` : '';
  return shown.p50ReadyOn
    ? `${name} you are ready ${readyWords(shown, today, plan ? 'exam' : 'year')}.${rest}`
    : `${name} you come to ${endWords(shown)}, by the exam; ready begins at ${readyFrom}.${rest}`;
}

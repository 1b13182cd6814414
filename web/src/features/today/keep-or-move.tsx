import type { Today } from '@server/today/today.contract';
import { DECIDE_WITHIN_DAYS } from '@server/readiness/forecast/forecast.contract';
import { ButtonLink } from '../../ui/button-link';
import { Callout } from '../../ui/callout';
import { dayAndMonth, inDays } from '../../ui/format';
import { FlagIcon } from '../../ui/icons';
import { chanceBrief } from '../readiness/chance-words';

export const isToDecide = ({ state, daysToExam, readiness }: Today): boolean =>
  state === 'active' && daysToExam > 0 && daysToExam <= DECIDE_WITHIN_DAYS && readiness.chance !== null;

/** Two weeks before the exam: the time to keep its date or to move it, with the chance as it stands. */
export function KeepOrMove({ page: { examOn, daysToExam, date, readiness } }: { page: Today }) {
  return (
    <Callout icon={<FlagIcon />} title={`The exam is ${inDays(daysToExam)}: keep ${dayAndMonth(examOn, date)}, or move it`}>
      <p>{readiness.chance && `As it stands the chance to pass is about ${chanceBrief(readiness.chance)}.`} See what each way would mean.</p>
      <ButtonLink to="/readiness/exam-date" variant="default" size="sm" mih={44} mt={8}>
        Weigh it
      </ButtonLink>
    </Callout>
  );
}

import type { Forecast } from '@server/readiness/forecast/forecast.contract';
import { ButtonLink } from '../../../ui/button-link';
import { Plate } from '../../../ui/plate';
import { adviceOf, wayWords } from './forecast-words';

/** Whether to keep the exam date, in a sentence with its numbers, and the way to try another. */
export function ExamAdvice({ forecast }: { forecast: Forecast }) {
  const { title, why } = adviceOf(forecast);
  return (
    <Plate compact title={title}>
      <div className="row wrap between" style={{ gap: '12px 32px' }}>
        <p className="grow" style={{ flexBasis: 280 }}>
          {wayWords(forecast)} {why}
        </p>
        <ButtonLink to="/readiness/exam-date" variant={forecast.decideNow ? 'filled' : 'default'}>
          {forecast.decideNow ? 'Keep or move it' : 'Try another date'}
        </ButtonLink>
      </div>
    </Plate>
  );
}

import { useState } from 'react';
import type { Forecast } from '@server/readiness/forecast/forecast.contract';
import type { Readiness } from '@server/readiness/readiness.contract';
import { Choice } from '../../../ui/choice';
import { Facts } from '../../../ui/facts';
import { dayAndMonth } from '../../../ui/format';
import { Section } from '../../../ui/section';
import { TrendChart } from '../../../ui/trend-chart';
import { isKnown, type KnownPoint } from '../../../ui/trend-scale';
import { KEPT, loggedAWeek, onAverageAWeek } from '../../enrollments/week-words';
import { ChanceTrend } from './chance-trend';
import { FanChart } from './fan-chart';
import { readyFact, type Span } from './forecast-words';

type View = 'plan' | 'pace' | 'chance';

interface Props {
  readiness: Readiness;
  /** Null where there is nothing to forecast. */
  forecast: Forecast | null;
  today: string;
  examOn: string;
}

/** The way so far and the way ahead: the score under the plan or at the present pace, or how the chance came to where it stands. */
export function WayAhead({ readiness, forecast, today, examOn }: Props) {
  const [asked, setView] = useState<View>('plan');
  const { history, chance } = readiness;
  const known = history.filter((point): point is typeof point & KnownPoint => isKnown(point));
  const options = [
    ...(forecast?.plan ? [{ value: 'plan' as const, label: 'On plan' }] : []),
    ...(forecast ? [{ value: 'pace' as const, label: 'At this pace' }] : []),
    ...(chance ? [{ value: 'chance' as const, label: 'Chance', name: 'Chance so far' }] : []),
  ];
  const view = options.some(({ value }) => value === asked) ? asked : options[0]?.value;
  return (
    <Section
      title={forecast ? 'The way to the exam' : 'The way so far'}
      {...(options.length > 1 && view && { aside: <Choice label="Show" value={view} options={options} onChange={setView} /> })}
    >
      {view === 'chance' && chance ? (
        <ChanceTrend history={history} chance={chance} today={today} />
      ) : forecast && view && view !== 'chance' ? (
        <FanChart known={known} forecast={forecast} way={view} />
      ) : known.length > 1 ? (
        <TrendChart points={known} today={today} examOn={examOn} />
      ) : (
        <p className="soft">The line begins with your second score.</p>
      )}
      {forecast && view !== 'chance' && <WhereTo forecast={forecast} />}
    </Section>
  );
}

/** Where both ways lead by the exam, and when the level is likely to be ready. */
function WhereTo({ forecast: { plan, pace, examOn, today } }: { forecast: Forecast }) {
  const by = dayAndMonth(examOn, today);
  const way = (name: string, fan: Forecast['pace'], span: Span, aWeek: (minutes: number) => string) => [
    { name: `${name}, on ${by}`, value: fan.atExam.p50, note: `${fan.atExam.p10} to ${fan.atExam.p90}, with ${aWeek(fan.minutesAWeek)}` },
    { name: `Likely ready, ${name.toLowerCase()}`, ...readyFact(fan, today, span) },
  ];
  return (
    <div style={{ marginTop: 20 }}>
      <Facts facts={[...(plan ? way('On plan', plan, 'exam', onAverageAWeek) : []), ...way('At this pace', pace, 'year', loggedAWeek)]} />
      <p className="sm soft" style={{ marginTop: 8 }}>
        {plan && `On plan: ${KEPT}. `}At this pace: as logged, whatever is planned. The first date of being ready is as likely as not, the second holds in four
        cases of five.
      </p>
    </div>
  );
}

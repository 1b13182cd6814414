import type { ExamOption, Forecast } from '@server/readiness/forecast/forecast.contract';
import type { ReactNode } from 'react';
import { ButtonLink } from '../../../ui/button-link';
import { Chip } from '../../../ui/chip';
import { classNames } from '../../../ui/class-names';
import { CheckIcon } from '../../../ui/icons';
import { MiniStaff } from '../../../ui/mini-staff';
import { onScale } from '../chance-words';
import { optionTakes, optionTitle } from './forecast-words';
import classes from './exam-options.module.css';

interface Props {
  forecast: Forecast;
  /** Whether the plan can be tried with another date: else the date is set in the settings. */
  mayTry: boolean;
}

/** The ways to go on, side by side; cards below one another on the phone. */
export function ExamOptions({ forecast, mayTry }: Props) {
  return (
    <ul className={classes.options} aria-label="Ways to go on">
      {forecast.options.map((option) => (
        <Option key={`${option.kind} ${option.examOn}`} option={option} forecast={forecast} mayTry={mayTry} />
      ))}
    </ul>
  );
}

function Option({ option, forecast, mayTry }: { option: ExamOption } & Props) {
  const { score, chance, isAdvised } = option;
  const title = optionTitle(option, forecast);
  return (
    <li className={classNames(classes.option, isAdvised && classes.advised)}>
      <div className={classes.head}>
        {isAdvised && (
          <Chip tone="ready" icon={<CheckIcon size="s" />}>
            Advised
          </Chip>
        )}
        <h2 style={{ fontSize: 'var(--head-4)' }}>{title}</h2>
      </div>
      <Figure name="Score on the day" value={score.p50} range={`${score.p10} to ${score.p90}`}>
        <MiniStaff value={{ score: score.p50, low: score.p10, high: score.p90 }} goal={forecast.readyFrom} />
      </Figure>
      {chance ? <ChanceFigure chance={chance} /> : <p className="sm soft">No chance to speak of yet</p>}
      <div>
        <div className="sm soft">What it takes</div>
        <div className="sm">{optionTakes(option, forecast)}</div>
      </div>
      <div className={classes.act}>
        <Act option={option} title={title} mayTry={mayTry} />
      </div>
    </li>
  );
}

function ChanceFigure({ chance }: { chance: NonNullable<ExamOption['chance']> }) {
  const value = onScale(chance);
  return (
    <Figure name="Chance to pass" value={`${value.score}%`} range={`${value.low} to ${value.high}`}>
      <MiniStaff value={value} goal={null} />
    </Figure>
  );
}

function Figure({ name, value, range, children }: { name: string; value: ReactNode; range: string; children: ReactNode }) {
  return (
    <div>
      <div className="sm soft">{name}</div>
      <div>
        <span className={classes.value}>{value}</span> <span className="sm soft num">{range}</span>
      </div>
      {children}
    </div>
  );
}

/** Leads to what does it: the plan with this filled in, where it is looked at and accepted. */
function Act({ option: { kind, examOn, moreMinutesADay }, title, mayTry }: { option: ExamOption; title: string; mayTry: boolean }) {
  if (kind === 'keep')
    return (
      <ButtonLink to="/plan" variant="default" fullWidth>
        Go on as planned
      </ButtonLink>
    );
  if (!mayTry)
    return (
      <ButtonLink to="/settings" hash="preparation" variant="default" fullWidth aria-label={`Set it: ${title}`}>
        Set it in Settings
      </ButtonLink>
    );
  const search = kind === 'move' ? { examOn } : { more: 7 * moreMinutesADay };
  return (
    <ButtonLink to="/plan" search={search} variant="default" fullWidth aria-label={`See the plan for it: ${title}`}>
      See the plan for it
    </ButtonLink>
  );
}

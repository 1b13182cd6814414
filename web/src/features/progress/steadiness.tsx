import { useQuery } from '@tanstack/react-query';
import type { Enrollment } from '@server/enrollments/enrollments.contract';
import { todayQuery } from '../today/today-queries';
import { ForgottenDay } from './forgotten/forgotten-day';
import { missedWords } from './steady-words';
import classes from './progress-page.module.css';
import { StudySums } from './study-sums';

/** How steadily one studies: a forgotten yesterday, consistency first, the row second, and what a missed day does. */
export function Steadiness({ enrollment }: { enrollment: Enrollment }) {
  const { data: today } = useQuery(todayQuery(enrollment.id));
  return (
    <>
      {today && <ForgottenDay page={today} />}
      <StudySums enrollment={enrollment} {...(today && { steadiness: today })} />
      {today && <p className={classes.steady}>{missedWords(today)}</p>}
    </>
  );
}

import { useQuery } from '@tanstack/react-query';
import type { LevelPage as LevelAnswer } from '@server/curriculum/curriculum.contract';
import type { Admission } from '@server/enrollments/waivers/waivers.contract';
import { useSession } from '../../api/session';
import { ButtonLink } from '../../ui/button-link';
import { Facts } from '../../ui/facts';
import { counted, duration, listed } from '../../ui/format';
import { Plate } from '../../ui/plate';
import { shownEnrollments } from '../enrollments/current-enrollment';
import { enrollmentsQuery } from '../enrollments/enrollment-queries';
import { admissionQuery } from '../enrollments/waiver-queries';
import classes from './level-page.module.css';

/** What a level takes, and the way in: to go on, to begin, or what comes first. */
export function LevelJoin({ level }: { level: LevelAnswer }) {
  const { typicalDays, skills, projects, exam } = level;
  return (
    <div className={classes.join}>
      <Plate title={level.open ? `Prepare for ${level.title}` : 'Not open yet'}>
        <Facts
          listed
          facts={[
            ...(typicalDays ? [{ name: 'Most people take', value: `${typicalDays.min} to ${typicalDays.max} days` }] : []),
            { name: 'You will do', value: `${counted(skills.length, 'skill')}, ${counted(projects.length, 'project')}` },
            ...(exam?.format ? [{ name: 'The exam', value: exam.format }] : []),
            ...(exam?.minutes ? [{ name: 'It lasts', value: duration(exam.minutes) }] : []),
            ...(exam?.passMarkPercent ? [{ name: 'Pass mark', value: `${exam.passMarkPercent}%` }] : []),
          ]}
        />
        <WayIn level={level} />
      </Plate>
    </div>
  );
}

function WayIn({ level }: { level: LevelAnswer }) {
  const { account } = useSession();
  const isLearner = account?.accountRoles.includes('learner') ?? false;
  const enrollments = useQuery({ ...enrollmentsQuery(), enabled: isLearner });
  const admission = useQuery({ ...admissionQuery(level.id), enabled: isLearner && level.open });
  const mine = shownEnrollments(enrollments.data?.items ?? []).find((enrollment) => enrollment.level.id === level.id);
  if (mine)
    return (
      <ButtonLink to="/today" fullWidth size="lg" mt="md">
        Go on preparing
      </ButtonLink>
    );
  if (level.retiredAt) return <p className="sm">This level is no longer offered.</p>;
  if (!level.open) return <p className="sm">The program has not published what it is made of yet. It opens later.</p>;
  if (admission.data && !admission.data.admitted) return <Locked admission={admission.data} />;
  return account ? (
    <>
      {admission.data?.waiver && (
        <p className="sm">
          {admission.data.waiver.granted.by || 'An admin'} lets you in: “{admission.data.waiver.reason}”.
        </p>
      )}
      <ButtonLink to="/enroll/$levelId" params={{ levelId: level.id }} fullWidth size="lg" mt="md">
        Choose a date and start
      </ButtonLink>
    </>
  ) : (
    <ButtonLink to="/register" search={{ next: `/enroll/${level.id}` }} fullWidth size="lg" mt="md">
      Choose a date and start
    </ButtonLink>
  );
}

/** A lock says what opens it. */
function Locked({ admission: { missing } }: { admission: Admission }) {
  const levels = missing.flatMap(({ level }) => level ?? []);
  const others = missing.filter(({ level }) => level === null);
  const [first] = levels;
  return (
    <>
      {levels.length > 0 && <p className="sm">It opens once you have passed {listed(levels.map(({ title }) => title))} and said so here.</p>}
      {others.length > 0 && <p className="sm">It demands: {others.map(({ text }) => text).join(' ')}</p>}
      <p className="sm">Passed it elsewhere? Your mentor or an admin can let you in all the same.</p>
      {first && (
        <ButtonLink to="/levels/$levelId" params={{ levelId: first.id }} fullWidth size="lg" mt="md">
          Look at {first.title}
        </ButtonLink>
      )}
    </>
  );
}

import { Link } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Certification, LevelPage as LevelAnswer } from '@server/curriculum/curriculum.contract';
import type { WaiverRequest } from '@server/enrollments/waivers/waiver-requests.contract';
import type { Missing } from '@server/enrollments/waivers/waivers.contract';
import { useSession } from '../../api/session';
import { ButtonLink } from '../../ui/button-link';
import { Facts } from '../../ui/facts';
import { counted, duration } from '../../ui/format';
import { LockIcon } from '../../ui/icons';
import { Markdown } from '../../ui/markdown';
import { Plate } from '../../ui/plate';
import { shownEnrollments } from '../enrollments/current-enrollment';
import { enrollmentsQuery } from '../enrollments/enrollment-queries';
import { isDemanding, useAdmission } from '../enrollments/waiver-queries';
import { validity } from './certification-page';
import classes from './level-page.module.css';
import { notOpenWords } from './not-open';
import { missingOf, prerequisitesTold } from './prerequisite-words';
import { PersonName } from '../../ui/person-name';

interface Props {
  level: LevelAnswer;
  certification: Certification | undefined;
}

const GAP = 'Not published yet';

/** What a level takes, and the way in: to go on, to begin, or what comes first. */
export function LevelJoin({ level, certification }: Props) {
  return (
    <div className={classes.join}>
      <Plate title={level.open ? `Prepare for ${level.title}` : notOpenWords(level)}>
        <Facts listed facts={factsOf(level, certification)} />
        <WayIn level={level} certification={certification} />
      </Plate>
    </div>
  );
}

function factsOf({ typicalDays, skills, projects, exam = {} }: LevelAnswer, certification: Certification | undefined) {
  const { format, minutes, passMarkPercent } = exam;
  const isExamKnown = format !== undefined || minutes !== undefined || passMarkPercent !== undefined;
  return [
    { name: 'Most people take', value: typicalDays ? `${typicalDays.min} to ${typicalDays.max} days` : GAP },
    { name: 'You will do', value: whatIsDone(skills.length, projects.length) },
    ...(isExamKnown ? [] : [{ name: 'Details of the exam', value: GAP }]),
    ...(format ? [{ name: 'The exam', value: <Markdown>{format}</Markdown> }] : []),
    ...(minutes ? [{ name: 'It lasts', value: duration(minutes) }] : []),
    ...(passMarkPercent === undefined ? [] : [{ name: 'Pass mark', value: `${passMarkPercent}%` }]),
    ...(certification?.validityMonths ? [{ name: 'Valid for', value: validity(certification.validityMonths) }] : []),
  ];
}

function whatIsDone(skills: number, projects: number): string {
  if (skills === 0 && projects === 0) return GAP;
  const told = (number: number, one: string) => (number === 0 ? `${one}s not published yet` : counted(number, one));
  return `${told(skills, 'skill')}, ${told(projects, 'project')}`;
}

function WayIn({ level, certification }: Props) {
  const { account } = useSession();
  const isLearner = account?.accountRoles.includes('learner') ?? false;
  const enrollments = useQuery({ ...enrollmentsQuery(), enabled: isLearner });
  const { admission, isLoading } = useAdmission(level);
  const mine = shownEnrollments(enrollments.data?.items ?? []).find((enrollment) => enrollment.level.id === level.id);
  if (mine)
    return (
      <ButtonLink to="/today" fullWidth size="lg" mt="md">
        Go on preparing
      </ButtonLink>
    );
  if (level.certification.offering === 'archived') return <p className="sm">This certification is closed to new learners.</p>;
  if (level.retiredAt) return <p className="sm">This level is no longer offered.</p>;
  if (!level.open)
    return (
      <p className="sm">
        {level.skills.length > 0
          ? 'How much each skill weighs is not published yet. It opens once that is.'
          : 'The program has not published what it is made of yet. It opens later.'}
      </p>
    );
  // Without the names of levels, or before it is known who passed what, nothing is said that would change a moment later.
  if (isDemanding(level) && (isLoading || !certification)) return null;
  if (admission && !admission.admitted) return <Locked level={level} missing={admission.missing} request={admission.request} />;
  if (!isLearner && isDemanding(level) && certification)
    return <Locked level={level} missing={missingOf(prerequisitesTold(level.prerequisites, certification.levels, undefined))} request={null} />;
  return (
    <>
      {admission?.waiver && (
        <p className="sm">
          <PersonName>{admission.waiver.granted.by || 'An admin'}</PersonName> granted you a waiver: “{admission.waiver.reason}”.
        </p>
      )}
      <Begin level={level} isKnown={account !== null} />
    </>
  );
}

const Begin = ({ level: { id }, isKnown }: { level: LevelAnswer; isKnown: boolean }) =>
  isKnown ? (
    <ButtonLink to="/enroll/$levelId" params={{ levelId: id }} fullWidth size="lg" mt="md">
      Choose a date and start
    </ButtonLink>
  ) : (
    <ButtonLink to="/register" search={{ next: `/enroll/${id}` }} fullWidth size="lg" mt="md">
      Choose a date and start
    </ButtonLink>
  );

interface LockedProps {
  level: LevelAnswer;
  missing: readonly Missing[];
  request: WaiverRequest | null;
}

/** A lock says what opens it. */
function Locked({ level, missing, request }: LockedProps) {
  const levels = missing.flatMap((each) => each.level ?? []);
  const [first] = levels;
  return (
    <>
      <div className={classes.lock}>
        <LockIcon />
        <div className="stack" style={{ '--gap': '6px' } as React.CSSProperties}>
          {levels.length > 0 && (
            <p className="sm">It opens once you have passed {and(levels.map((each) => <LevelLink key={each.id} level={each} />))} and said so here.</p>
          )}
          {missing.flatMap(({ level: each, text }) =>
            each
              ? []
              : [
                  <div key={text} className="sm soft">
                    It demands: <Markdown>{text}</Markdown>
                  </div>,
                ],
          )}
        </div>
      </div>
      {first && (
        <ButtonLink to="/levels/$levelId" params={{ levelId: first.id }} fullWidth size="lg" mt="md">
          Look at {first.title}
        </ButtonLink>
      )}
      <WaysRound level={level} request={request} />
    </>
  );
}

/** A person who met the requirements elsewhere can request a waiver. Visitors need an account first. */
function WaysRound({ level: { id }, request }: Pick<LockedProps, 'level' | 'request'>) {
  const { account } = useSession();
  if (!account)
    return (
      <ButtonLink to="/register" search={{ next: `/enroll/${id}` }} variant="default" fullWidth size="lg" mt="sm">
        Passed it? Make an account
      </ButtonLink>
    );
  if (!account.accountRoles.includes('learner')) return null;
  const isOpen = request?.outcome === null;
  return (
    <>
      {isOpen && <p className="sm">You requested a waiver. Nobody has decided yet.</p>}
      {request?.outcome === 'declined' && <p className="sm">Your waiver request was declined: “{request.answer}”.</p>}
      <ButtonLink to="/enroll/$levelId" params={{ levelId: id }} variant="default" fullWidth size="lg" mt="sm">
        {isOpen ? 'See your request' : request?.outcome === 'declined' ? 'Ask again' : 'Passed it elsewhere? Request waiver'}
      </ButtonLink>
    </>
  );
}

const LevelLink = ({ level: { id, title } }: { level: { id: string; title: string } }) => (
  <Link to="/levels/$levelId" params={{ levelId: id }}>
    {title}
  </Link>
);

/** a, b and c, of more than words. */
const and = (nodes: readonly ReactNode[]): ReactNode[] =>
  nodes.flatMap((node, index) => (index === 0 ? [node] : [index === nodes.length - 1 ? ' and ' : ', ', node]));

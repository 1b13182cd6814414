import { useQuery } from '@tanstack/react-query';
import type { Enrollment } from '@server/enrollments/enrollments.contract';
import { useAccount } from '../../api/session';
import { PageHead } from '../../ui/page-head';
import { EnrollmentSwitch } from '../enrollments/enrollment-switch';
import { AfterExam } from '../enrollments/after-exam';
import { DaysOff } from '../enrollments/days-off';
import { EnrollmentHistory } from '../enrollments/enrollment-history';
import { ExamOutcome } from '../enrollments/exam-outcome';
import { PauseSettings } from '../enrollments/pause-settings';
import { isPrepared, PreparationSettings } from '../enrollments/preparation-settings';
import { useCurrentEnrollment } from '../enrollments/current-enrollment';
import { enrollmentsQuery } from '../enrollments/enrollment-queries';
import { CalendarSettings } from '../plans/calendar-settings';
import { ReminderSettings } from '../reminders/reminder-settings';
import { AccountSettings } from './account-settings';
import { ArchiveSettings } from './archive-settings';
import { ConfirmAddress } from './confirm-address';
import { DeleteAccount } from './delete-account';
import { KeySettings } from './key-settings';
import { PasswordSettings } from './password-settings';
import { PersonalTokens } from './personal-tokens';

/** What a person may change of themselves: preparation, reminders, name and zone, password, and leaving. */
export default function SettingsPage() {
  const account = useAccount();
  useQuery({ ...enrollmentsQuery(), enabled: account.accountRoles.includes('learner') });
  const current = useCurrentEnrollment();
  return (
    <>
      <PageHead title="Settings" lead={account.email} />
      {current && <EnrollmentSwitch current={current} />}
      <div className="stack" style={{ '--gap': '32px', maxWidth: 680 } as React.CSSProperties}>
        <ConfirmAddress />
        {current && <OfEnrollment key={current.id} enrollment={current} />}
        {account.accountRoles.includes('learner') && <ReminderSettings />}
        {account.accountRoles.includes('learner') && <CalendarSettings />}
        <AccountSettings account={account} />
        <KeySettings />
        <PasswordSettings />
        <PersonalTokens />
        <ArchiveSettings />
        <DeleteAccount />
      </div>
    </>
  );
}

/** What belongs to the level that the pages show: each part stands where the state lets it. */
function OfEnrollment({ enrollment }: { enrollment: Enrollment }) {
  return (
    <>
      <AfterExam enrollment={enrollment} />
      <PreparationSettings enrollment={enrollment} />
      {isPrepared(enrollment) && <DaysOff enrollmentId={enrollment.id} />}
      <PauseSettings enrollment={enrollment} />
      {enrollment.state === 'active' && <ExamOutcome enrollment={enrollment} />}
      <EnrollmentHistory enrollmentId={enrollment.id} timeZone={enrollment.timeZone} />
    </>
  );
}

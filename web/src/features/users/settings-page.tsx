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
import { EmailSettings } from './email-settings';
import { KeySettings } from './key-settings';
import { PasswordSettings } from './password-settings';
import { PersonalTokens } from './personal-tokens';
import { SignIns } from './sign-ins';

/** What a person can change: preparation, reminders, name and time zone, how they sign in, and deleting the account. */
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
        <EmailSettings />
        <KeySettings />
        <PasswordSettings />
        <SignIns />
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

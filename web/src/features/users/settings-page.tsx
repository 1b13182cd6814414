import { useQuery } from '@tanstack/react-query';
import { useAccount } from '../../api/session';
import { PageHead } from '../../ui/page-head';
import { EnrollmentSwitch } from '../enrollments/enrollment-switch';
import { ExamOutcome } from '../enrollments/exam-outcome';
import { PreparationSettings } from '../enrollments/preparation-settings';
import { useCurrentEnrollment } from '../enrollments/current-enrollment';
import { enrollmentsQuery } from '../enrollments/enrollment-queries';
import { CalendarSettings } from '../plans/calendar-settings';
import { ReminderSettings } from '../reminders/reminder-settings';
import { AccountSettings } from './account-settings';
import { DeleteAccount } from './delete-account';
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
        {current && <PreparationSettings key={current.id} enrollment={current} />}
        {current?.state === 'active' && <ExamOutcome key={`outcome ${current.id}`} enrollment={current} />}
        {account.accountRoles.includes('learner') && <ReminderSettings />}
        {account.accountRoles.includes('learner') && <CalendarSettings />}
        <AccountSettings account={account} />
        <PasswordSettings />
        <PersonalTokens />
        <DeleteAccount />
      </div>
    </>
  );
}

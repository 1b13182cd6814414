import { useQuery } from '@tanstack/react-query';
import type { Enrollment } from '@server/enrollments/enrollments.contract';
import { Choice } from '../../ui/choice';
import { rememberEnrollment, shownEnrollments } from './current-enrollment';
import { enrollmentsQuery } from './enrollment-queries';

/** For someone in several levels: which one the pages show. */
export function EnrollmentSwitch({ current }: { current: Enrollment }) {
  const { data } = useQuery(enrollmentsQuery());
  const choices = shownEnrollments(data?.items ?? []);
  if (choices.length < 2) return null;
  return (
    <div style={{ marginBottom: 16 }}>
      <Choice label="Level" value={current.id} onChange={rememberEnrollment} options={choices.map(({ id, level }) => ({ value: id, label: level.title }))} />
    </div>
  );
}

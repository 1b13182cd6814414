import { useQuery } from '@tanstack/react-query';
import { Fragment, type ReactNode } from 'react';
import type { Enrollment } from '@server/enrollments/enrollments.contract';
import { ButtonLink } from '../../ui/button-link';
import { Empty } from '../../ui/empty';
import { PageHead } from '../../ui/page-head';
import { QueryRegion } from '../../ui/query-region';
import { useCurrentEnrollment } from '../enrollments/current-enrollment';
import { enrollmentsQuery } from '../enrollments/enrollment-queries';

interface Props {
  /** The page's name. */
  what: string;
  children: (enrollment: Enrollment) => ReactNode;
}

/** A page of the enrollment one is at; before there is any it says what to do first. */
export function OfCurrent({ what, children }: Props) {
  const enrollments = useQuery(enrollmentsQuery());
  const current = useCurrentEnrollment();
  return (
    <QueryRegion query={enrollments} what={what}>
      {() =>
        current ? (
          // Another enrollment is another page: nothing typed for one stays for the other.
          <Fragment key={current.id}>{children(current)}</Fragment>
        ) : (
          <>
            <PageHead title={what} />
            <Empty title="Nothing logged yet" action={<ButtonLink to="/levels">Find your level</ButtonLink>}>
              Choose a level first. What you study then shows here, day by day.
            </Empty>
          </>
        )
      }
    </QueryRegion>
  );
}

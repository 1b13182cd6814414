import { Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { Enrollment } from '@server/enrollments/enrollments.contract';
import type { AccountRow, AccountState } from '@server/users/users.contract';
import { Avatar } from '../../ui/avatar';
import { Choice } from '../../ui/choice';
import { dayAndMonth } from '../../ui/format';
import { messageOf } from '../../ui/failed';
import { PageHead } from '../../ui/page-head';
import { PersonName } from '../../ui/person-name';
import { QueryRegion } from '../../ui/query-region';
import { toast, toastFault } from '../../ui/toast-store';
import { enrollmentsOfQuery, useAssignMentor } from '../enrollments/enrollment-queries';
import { WaiverRequests } from '../enrollments/waiver-requests';
import { Waivers } from '../enrollments/waivers';
import { accountsQuery, useConfirmEmailOf } from './account-queries';
import { AccountAccess } from './account-access';
import { AccountRoles } from './account-roles';
import { MentorPicker } from './mentor-picker';
import { InviteDialog } from './invite-dialog';
import { OpenInvitations } from './open-invitations';
import { RegistrationSettings } from './registration-settings';
import classes from './people-page.module.css';

type Shown = 'all' | AccountState;
const SHOWN: readonly { value: Shown; label: string }[] = [
  { value: 'all', label: 'Everyone' },
  { value: 'active', label: 'Active' },
  { value: 'deactivated', label: 'Deactivated' },
];

/** Everybody with an account: what they may be, who mentors them, and whether they can sign in; and who is invited. */
export default function PeoplePage() {
  const { search: wanted = '' } = useSearch({ strict: false });
  return <People key={wanted} wanted={wanted} />;
}

function People({ wanted }: { wanted: string }) {
  const [search, setSearch] = useState(wanted);
  const [asked] = useDebouncedValue(search, 250);
  const [shown, setShown] = useState<Shown>('all');
  const [isInviting, setInviting] = useState(false);
  const query = useInfiniteQuery(accountsQuery({ ...(asked && { search: asked }), ...(shown !== 'all' && { state: shown }) }));
  return (
    <>
      <PageHead
        title="People"
        lead="Accounts, account roles, and who mentors whom"
        aside={
          <>
            <RegistrationSettings />
            <Button onClick={() => setInviting(true)}>Invite someone</Button>
          </>
        }
      />
      {isInviting && <InviteDialog onClose={() => setInviting(false)} />}
      <div className={classes.waiting}>
        <WaiverRequests />
      </div>
      <div className={classes.waiting}>
        <OpenInvitations />
      </div>
      <div className={`row wrap ${classes.filters}`}>
        <TextInput
          aria-label="Find a person"
          placeholder="Name or email"
          value={search}
          onChange={({ currentTarget }) => setSearch(currentTarget.value)}
          maw={320}
        />
        <Choice label="Show" value={shown} options={SHOWN} onChange={setShown} />
      </div>
      <QueryRegion
        query={query}
        what="People"
        isEmpty={({ pages }) => pages.every(({ items }) => items.length === 0)}
        empty={<p className="soft">{asked ? 'No one found.' : 'No one is deactivated.'}</p>}
      >
        {({ pages }) => (
          <ul className={classes.people}>
            {pages
              .flatMap(({ items }) => items)
              .map((person) => (
                <Person key={person.id} person={person} />
              ))}
          </ul>
        )}
      </QueryRegion>
      {query.hasNextPage && (
        <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          Show more
        </Button>
      )}
    </>
  );
}

function Person({ person }: { person: AccountRow }) {
  const { id, name, email, emailConfirmation, accountRoles } = person;
  return (
    <li>
      <Avatar name={name} />
      <div className="grow">
        <div className="b">
          <PersonName>{name}</PersonName>
        </div>
        <div className={`sm soft ${classes.email}`}>{email}</div>
        {emailConfirmation !== 'confirmed' && <Unconfirmed accountId={id} email={email} />}
        {accountRoles.includes('learner') && <Mentored accountId={id} name={name} />}
        {accountRoles.includes('learner') && <Waived accountId={id} name={name} />}
        <div className={classes.access}>
          <AccountAccess person={person} />
        </div>
      </div>
      <AccountRoles person={person} />
    </li>
  );
}

/** An admin who knows the person can confirm for them, for example without a mail server. */
function Unconfirmed({ accountId, email }: { accountId: string; email: string }) {
  const confirm = useConfirmEmailOf();
  const done = { onSuccess: () => toast(`${email} is confirmed`), onError: (error: Error) => toastFault(messageOf(error)) };
  return (
    <div className="row wrap sm">
      Email address not confirmed
      <Button variant="default" size="xs" aria-label={`Confirm address ${email}`} loading={confirm.isPending} onClick={() => confirm.mutate(accountId, done)}>
        Confirm address
      </Button>
    </div>
  );
}

/** A learner's enrollments, opened on demand, each with its mentor. */
function Mentored({ accountId, name }: { accountId: string; name: string }) {
  const [isOpen, setOpen] = useState(false);
  const query = useQuery({ ...enrollmentsOfQuery(accountId), enabled: isOpen });
  return (
    <details className={classes.enrollments} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>Enrollments and mentor</summary>
      {isOpen && (
        <QueryRegion query={query} what="Enrollments" isEmpty={({ items }) => items.length === 0} empty={<p className="sm soft">{name} is in no level yet.</p>}>
          {({ items }) => items.map((enrollment) => <MentorChoice key={enrollment.id} enrollment={enrollment} />)}
        </QueryRegion>
      )}
    </details>
  );
}

function Waived(person: { accountId: string; name: string }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className={classes.enrollments} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>Waivers</summary>
      {isOpen && <Waivers {...person} />}
    </details>
  );
}

function MentorChoice({ enrollment: { id, level, mentor, state, examOn } }: { enrollment: Enrollment }) {
  const assign = useAssignMentor(id);
  return (
    <MentorPicker
      label={`Mentor for ${level.title}`}
      description={`${state}, exam on ${dayAndMonth(examOn)}`}
      placeholder="Nobody"
      clearable
      allowDeselect={false}
      value={mentor}
      disabled={assign.isPending}
      onChange={(chosen) =>
        assign.mutate(chosen?.id ?? null, {
          onSuccess: (saved) =>
            toast(saved.mentor ? `${saved.mentor.name} mentors ${level.title}` : `${level.title} has no mentor now`, () => assign.mutate(mentor?.id ?? null)),
          onError: (error) => toastFault(messageOf(error)),
        })
      }
    />
  );
}

import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { AccountRole } from '@server/platform/auth/permission.contract';
import { learnersLeft, type AccountRow, type RolesChange } from '@server/users/users.contract';
import { isRefusal } from '../../api/refusal';
import { listed } from '../../ui/format';
import { messageOf } from '../../ui/failed';
import { toast, toastFault } from '../../ui/toast-store';
import { useSetAccountRoles } from './account-queries';
import { MentorHandover, type Handover } from './mentor-handover';
import classes from './people-page.module.css';

const ROLES = AccountRole.options;
const withArticle = (role: AccountRole) => (role === 'admin' ? `an ${role}` : `a ${role}`);

/** The account roles of a person. Before someone loses the role mentor, the admin chooses who takes over their learners. */
export function AccountRoles({ person: { id, name, accountRoles } }: { person: AccountRow }) {
  const set = useSetAccountRoles();
  const [asked, setAsked] = useState<Handover | null>(null);
  const change = (next: RolesChange) =>
    set.mutate(
      { accountId: id, ...next },
      {
        onSuccess: (saved) => {
          setAsked(null);
          const undo = () => set.mutate({ accountId: id, accountRoles });
          // Undo would restore the role but not the learners, so it is not offered.
          toast(`${name} is now ${listed(saved.accountRoles.map(withArticle))}`, next.learnersTo === undefined ? undo : undefined, `account roles ${id}`);
        },
        onError: (error) => {
          if (isRefusal(error, learnersLeft)) setAsked({ accountRoles: next.accountRoles, learners: Number(error.problem.learners) });
          else toastFault(messageOf(error));
        },
      },
    );
  // While it saves, a checkbox ignores clicks. Disabled, it would lose the focus.
  const choose = (next: string[]) => {
    if (set.isPending) return;
    if (next.length > 0) change({ accountRoles: next.map((role) => AccountRole.parse(role)) });
    else toastFault('An account needs at least one role');
  };
  return (
    <>
      <Checkbox.Group value={accountRoles} onChange={choose}>
        <div role="group" aria-label={`Account roles of ${name}`} className={classes.roles}>
          {ROLES.map((role) => (
            <Checkbox key={role} value={role} label={role} />
          ))}
        </div>
      </Checkbox.Group>
      {asked && (
        <MentorHandover
          mentor={{ id, name }}
          learners={asked.learners}
          isSaving={set.isPending}
          onCancel={() => setAsked(null)}
          onChoose={(learnersTo) => change({ accountRoles: asked.accountRoles, learnersTo })}
        />
      )}
    </>
  );
}

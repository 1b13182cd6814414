import { Button } from '@mantine/core';
import { useState } from 'react';
import type { AccountRole } from '@server/platform/auth/permission.contract';
import { Dialog } from '../../ui/dialog';
import { PersonName } from '../../ui/person-name';
import { MentorPicker } from './mentor-picker';

/** A change of account roles that waits until the admin says who takes over the learners. */
export interface Handover {
  accountRoles: AccountRole[];
  learners: number;
}

interface Props {
  mentor: { id: string; name: string };
  learners: number;
  isSaving: boolean;
  onCancel: () => void;
  /** With the new mentor, or null for none. */
  onChoose: (learnersTo: string | null) => void;
}

/** Asks who takes over the learners of a mentor who loses the role or is deactivated. */
export function MentorHandover({ mentor, learners, isSaving, onCancel, onChoose }: Props) {
  const [chosen, setChosen] = useState<{ id: string; name: string } | null>(null);
  const people = learners === 1 ? '1 learner' : `${learners} learners`;
  return (
    <Dialog onClose={onCancel} title={`Hand over ${people}`} closeLabel="Cancel">
      <p>
        <PersonName>{mentor.name}</PersonName> mentors {people}. Choose who takes over.
      </p>
      <MentorPicker mt="md" label="New mentor" placeholder="Name or email" exceptId={mentor.id} value={chosen} onChange={setChosen} />
      <div className="row wrap" style={{ marginTop: 20 }}>
        <Button disabled={chosen === null} loading={isSaving} onClick={() => onChoose(chosen?.id ?? null)}>
          Hand over
        </Button>
        <Button variant="default" disabled={isSaving} onClick={() => onChoose(null)}>
          Continue without a mentor
        </Button>
        <Button variant="subtle" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </Dialog>
  );
}

import { Button, Modal, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AccountRole } from '@server/platform/auth/permission.contract';
import { accountsQuery } from './account-queries';
import { PersonName } from '../../ui/person-name';

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

/** Asks who takes over the learners of a mentor who loses the role. */
export function MentorHandover({ mentor, learners, isSaving, onCancel, onChoose }: Props) {
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const [asked] = useDebouncedValue(search, 250);
  const mentors = useInfiniteQuery(accountsQuery({ accountRole: 'mentor', ...(asked && { search: asked }) }));
  const others = mentors.data?.pages.flatMap(({ items }) => items).filter(({ id }) => id !== mentor.id) ?? [];
  const people = learners === 1 ? '1 learner' : `${learners} learners`;
  return (
    <Modal opened onClose={onCancel} title={`Hand over ${people}`} closeButtonProps={{ 'aria-label': 'Cancel', size: 44 }}>
      <p>
        <PersonName>{mentor.name}</PersonName> mentors {people}. Choose who takes over.
      </p>
      <Select
        mt="md"
        label="New mentor"
        placeholder="Name or email"
        searchable
        data={others.map(({ id, name }) => ({ value: id, label: name }))}
        renderOption={({ option: { value, label } }) => (
          <span>
            {label} <span className="sm soft">{others.find(({ id }) => id === value)?.email}</span>
          </span>
        )}
        // The server has already searched, in email addresses too.
        filter={({ options }) => options}
        value={chosen}
        onChange={setChosen}
        onSearchChange={setSearch}
        nothingFoundMessage={mentors.isFetching ? 'Searching' : 'No other mentor found'}
      />
      <div className="row wrap" style={{ marginTop: 20 }}>
        <Button disabled={chosen === null} loading={isSaving} onClick={() => onChoose(chosen)}>
          Hand over
        </Button>
        <Button variant="default" disabled={isSaving} onClick={() => onChoose(null)}>
          Continue without a mentor
        </Button>
        <Button variant="subtle" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </Modal>
  );
}

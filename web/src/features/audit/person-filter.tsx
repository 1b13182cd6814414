import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { accountsQuery } from '../users/account-queries';

interface Props {
  /** Who is chosen. Somebody whose account is deleted is in no list, so that the name comes with the id. */
  person: { id: string; name: string } | undefined;
  onChoose: (id: string | undefined) => void;
}

/** Chooses one person, by name or email. */
export function PersonFilter({ person, onChoose }: Props) {
  const [search, setSearch] = useState('');
  const [asked] = useDebouncedValue(search, 250);
  const accounts = useInfiniteQuery(accountsQuery(asked && asked !== person?.name ? { search: asked } : {}));
  const found = accounts.data?.pages.flatMap(({ items }) => items) ?? [];
  const data = found.map(({ id, name }) => ({ value: id, label: name }));
  if (person && !found.some(({ id }) => id === person.id)) data.unshift({ value: person.id, label: person.name });
  return (
    <Select
      label="Person"
      placeholder="Everyone"
      searchable
      clearable
      data={data}
      renderOption={({ option: { value, label } }) => (
        <span>
          {label} <span className="sm soft">{found.find(({ id }) => id === value)?.email}</span>
        </span>
      )}
      // The server has already searched, in email addresses too.
      filter={({ options }) => options}
      value={person?.id ?? null}
      onChange={(id) => onChoose(id ?? undefined)}
      onSearchChange={setSearch}
      nothingFoundMessage={accounts.isFetching ? 'Searching' : 'Nobody found'}
      w={280}
    />
  );
}

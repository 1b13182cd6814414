import { Select, type SelectProps } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { accountsQuery } from './account-queries';

interface Named {
  id: string;
  name: string;
}

interface Props extends Omit<SelectProps, 'data' | 'value' | 'onChange' | 'searchable' | 'filter' | 'renderOption' | 'onSearchChange' | 'nothingFoundMessage'> {
  value: Named | null;
  /** A mentor who is not offered. */
  exceptId?: string;
  onChange: (mentor: Named | null) => void;
}

/** Picks a mentor by name or email. The server searches, so that any of them is found; the email tells two of the same name apart. */
export function MentorPicker({ value, exceptId, onChange, ...rest }: Props) {
  const [search, setSearch] = useState('');
  const [asked] = useDebouncedValue(search, 250);
  // The name of the present mentor stands in the field, and is no search.
  const sought = asked === value?.name ? '' : asked;
  const query = useInfiniteQuery(accountsQuery({ accountRole: 'mentor', state: 'active', ...(sought && { search: sought }) }));
  const found = (query.data?.pages.flatMap(({ items }) => items) ?? []).filter(({ id }) => id !== exceptId);
  const data = found.map(({ id, name }) => ({ value: id, label: name }));
  const isListed = value === null || data.some((option) => option.value === value.id);
  return (
    <Select
      {...rest}
      searchable
      data={isListed ? data : [{ value: value.id, label: value.name }, ...data]}
      renderOption={({ option }) => (
        <span>
          {option.label} <span className="sm soft">{found.find(({ id }) => id === option.value)?.email}</span>
        </span>
      )}
      // The server has already searched, in email addresses too. The present mentor is an option only so that the field shows the name.
      filter={({ options }) => options.filter((option) => 'value' in option && (sought === '' || found.some(({ id }) => id === option.value)))}
      value={value?.id ?? null}
      onChange={(id) => onChange(found.find((mentor) => mentor.id === id) ?? null)}
      onSearchChange={setSearch}
      nothingFoundMessage={query.isFetching ? 'Searching' : sought ? 'No mentor found' : 'No mentors yet. Give someone the mentor role first.'}
    />
  );
}

import { Button, Select, TextInput } from '@mantine/core';
import { useId, useState } from 'react';
import type { LevelPage } from '@server/curriculum/curriculum.contract';
import { FilterIcon, SearchIcon } from '../../../ui/icons';
import { firstCharacters } from '../../../ui/text-limit';
import { RECALL_WORDS, SOURCE_WORDS, STUDY_KIND_WORDS } from '../study-words';
import { NO_FILTER, partsOf, type LogFilter } from './log-filter';
import classes from './study-log.module.css';

interface Props {
  filter: LogFilter;
  level: LevelPage | undefined;
  today: string;
  onChange: (filter: LogFilter) => void;
}

/** The longest text to search for, in characters. */
const LONGEST = 100;

const chosen = (words: Record<string, string>) => Object.entries(words).map(([value, label]) => ({ value, label }));
const KINDS = chosen(STUDY_KIND_WORDS);
const RECALLS = [...chosen(RECALL_WORDS), { value: 'none', label: 'Not said' }];
const SOURCES = chosen(SOURCE_WORDS);

/** Words to look for, and behind a button everything else that an entry says. */
export function LogFilters({ filter, level, today, onChange }: Props) {
  const [isOpen, setOpen] = useState(false);
  const panel = useId();
  const parts = partsOf(filter);
  const set = (part: Partial<LogFilter>) => onChange({ ...filter, ...part });
  const pick = (label: string, key: 'subject' | 'kind' | 'recall' | 'source', data: React.ComponentProps<typeof Select>['data']) => (
    <Select label={label} data={data ?? []} placeholder="Any" clearable value={filter[key] || null} onChange={(value) => set({ [key]: value ?? '' })} />
  );
  return (
    <search className={classes.filters} aria-label="The log">
      <div className={classes.search}>
        <TextInput
          aria-label="Search your notes"
          placeholder="Search your notes"
          type="search"
          leftSection={<SearchIcon size="s" />}
          value={filter.text}
          onChange={({ currentTarget }) => set({ text: firstCharacters(currentTarget.value, LONGEST) })}
        />
        <Button variant="default" leftSection={<FilterIcon size="s" />} aria-expanded={isOpen} aria-controls={panel} onClick={() => setOpen(!isOpen)}>
          {parts === 0 ? 'Filters' : `Filters, ${parts} set`}
        </Button>
      </div>
      <div id={panel} hidden={!isOpen} className={classes.panel}>
        {pick('What', 'subject', [
          { group: 'Skills', items: (level?.skills ?? []).map(({ id, title }) => ({ value: `skill ${id}`, label: title })) },
          { group: 'Projects', items: (level?.projects ?? []).map(({ id, title }) => ({ value: `project ${id}`, label: title })) },
        ])}
        {pick('How you studied', 'kind', KINDS)}
        {pick('How well it went', 'recall', RECALLS)}
        {pick('Where it came from', 'source', SOURCES)}
        <div className={classes.span}>
          <TextInput
            type="date"
            label="From"
            max={filter.to || today}
            value={filter.from}
            onChange={({ currentTarget }) => set({ from: currentTarget.value })}
          />
          <TextInput
            type="date"
            label="To"
            min={filter.from}
            max={today}
            value={filter.to}
            onChange={({ currentTarget }) => set({ to: currentTarget.value })}
          />
        </div>
        {parts > 0 && (
          <Button variant="subtle" className={classes.clear ?? ''} onClick={() => onChange({ ...NO_FILTER, text: filter.text })}>
            Clear the filters
          </Button>
        )}
      </div>
    </search>
  );
}

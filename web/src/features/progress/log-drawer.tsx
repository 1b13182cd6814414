import { Button, Drawer, NumberInput, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { zod4Resolver } from 'mantine-form-zod-resolver';
import { useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import type { LevelPage } from '@server/curriculum/curriculum.contract';
import { MINUTES_IN_A_DAY, StudyEntryInput, type StudyEntry } from '@server/progress/progress.contract';
import { notSaved } from '../../api/refusal';
import { minutesOf } from '../../ui/format';
import { toast } from '../../ui/toast-store';
import { levelQuery } from '../curriculum/curriculum-queries';
import { useCorrectStudy, useDeleteStudy, useLogStudy } from './progress-queries';

interface Props {
  enrollmentId: string;
  levelId: string;
  /** The learner's own date. */
  today: string;
  opened: boolean;
  onClose: () => void;
  onLogged?: (changedAt: string) => void;
  /** An entry to correct; without one a new one is logged. */
  entry?: Omit<StudyEntry, 'day'>;
}

type Subject = Pick<StudyEntryInput, 'skillId' | 'projectId'>;
const GENERAL = 'general';
const asValue = ({ skillId, projectId }: Subject) => (skillId ? `skill ${skillId}` : projectId ? `project ${projectId}` : GENERAL);
const asSubject = (value: string | null): Subject => {
  const [kind, id = null] = (value ?? GENERAL).split(' ');
  return { skillId: kind === 'skill' ? id : null, projectId: kind === 'project' ? id : null };
};

/** Any minutes, any skill or project, any day that is open; or an entry to correct. */
export function LogDrawer(props: Props) {
  const isPhone = useMediaQuery('(max-width: 760px)');
  const title = props.entry ? 'Correct this entry' : 'Log study';
  return (
    <Drawer
      opened={props.opened}
      onClose={props.onClose}
      title={title}
      position={isPhone ? 'bottom' : 'right'}
      size="md"
      // A sheet is as high as what it holds; the component would make it as high as the page.
      {...(isPhone && { styles: { content: { height: 'auto', flexBasis: '100%', flexGrow: 0 } } })}
      closeButtonProps={{ 'aria-label': 'Close', size: 44 }}
    >
      {props.opened && <LogForm {...props} />}
    </Drawer>
  );
}

function LogForm({ enrollmentId, levelId, today, onClose, onLogged, entry }: Props) {
  const level = useQuery(levelQuery(levelId));
  const log = useLogStudy(enrollmentId);
  const correct = useCorrectStudy(enrollmentId);
  const remove = useDeleteStudy(enrollmentId);
  const [attempt] = useState(() => uuidv7());
  const form = useForm({
    initialValues: entry
      ? { date: entry.date, minutes: entry.minutes, skillId: entry.skillId, projectId: entry.projectId, planItemId: entry.planItemId, note: entry.note }
      : { date: today, minutes: 30, skillId: null as string | null, projectId: null as string | null, planItemId: null as string | null, note: '' },
    validate: zod4Resolver(StudyEntryInput),
  });

  const done = (saved: StudyEntry) => {
    onLogged?.(saved.changedAt);
    onClose();
    if (entry) toast('Corrected');
    else toast(`${minutesOf(saved.minutes)} logged`, () => remove.mutate(saved.id, { onSuccess: ({ changedAt }) => onLogged?.(changedAt) }));
  };
  const submit = form.onSubmit((study) => {
    if (entry) correct.mutate({ entryId: entry.id, study }, { onSuccess: done });
    else log.mutate({ attempt, study }, { onSuccess: done });
  });
  const fault = log.error ?? correct.error;

  return (
    <form onSubmit={submit} aria-label={entry ? 'Correct this entry' : 'Log study'}>
      <Stack gap="md">
        <TextInput type="date" label="Day" max={today} {...form.getInputProps('date')} />
        <NumberInput label="Minutes" min={1} max={MINUTES_IN_A_DAY} step={5} clampBehavior="none" {...form.getInputProps('minutes')} />
        <Select
          label="What"
          data={choices(level.data)}
          value={asValue(form.values)}
          onChange={(value) => form.setValues(asSubject(value))}
          error={form.errors.projectId}
          allowDeselect={false}
          comboboxProps={{ withinPortal: true }}
        />
        <Textarea label="Note" placeholder="Optional" autosize minRows={2} maxLength={2000} {...form.getInputProps('note')} />
        {fault && (
          <p className="sm risk" role="alert">
            {notSaved(fault)}
          </p>
        )}
        <Button type="submit" loading={log.isPending || correct.isPending} size="lg">
          {entry ? 'Save' : `Log ${Number(form.values.minutes) || 0} min`}
        </Button>
      </Stack>
    </form>
  );
}

function choices(level: LevelPage | undefined) {
  return [
    { value: GENERAL, label: 'The level as a whole' },
    { group: 'Skills', items: (level?.skills ?? []).map(({ id, title }) => ({ value: `skill ${id}`, label: title })) },
    { group: 'Projects', items: (level?.projects ?? []).map(({ id, title }) => ({ value: `project ${id}`, label: title })) },
  ];
}

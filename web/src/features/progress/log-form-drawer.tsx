import { Button, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { zod4Resolver } from 'mantine-form-zod-resolver';
import { useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import type { LevelPage } from '@server/curriculum/curriculum.contract';
import { MINUTES_IN_A_DAY, StudyCorrection, USUAL_KIND, type StudyEntry } from '@server/progress/progress.contract';
import { notSaved } from '../../api/refusal';
import { addDays } from '../../ui/format';
import { DraftRestored } from '../../ui/draft-restored';
import { MinutesField } from '../../ui/minutes-field';
import { SideSheet } from '../../ui/side-sheet';
import { toast } from '../../ui/toast-store';
import { useFormDraft } from '../../ui/use-form-draft';
import { levelQuery } from '../curriculum/curriculum-queries';
import { useCorrectStudy, useLogStudy } from './progress-queries';
import { HowItWent, WhatWasDone } from './study-fields';
import { useStudyLogged } from './use-study-logged';

export interface LogDrawerProps {
  enrollmentId: string;
  levelId: string;
  /** The learner's own date. */
  today: string;
  opened: boolean;
  onClose: () => void;
  onLogged?: (changedAt: string) => void;
  /** An entry to correct; without one a new one is logged. */
  entry?: Omit<StudyEntry, 'day'>;
  /** What a new one begins with: yesterday's plan, what the timer counted. */
  suggested?: Partial<StudyCorrection> | undefined;
}

type Subject = Pick<StudyCorrection, 'skillId' | 'projectId'>;
const GENERAL = 'general';
const asValue = ({ skillId, projectId }: Subject) => (skillId ? `skill ${skillId}` : projectId ? `project ${projectId}` : GENERAL);
const asSubject = (value: string | null): Subject => {
  const [kind, id = null] = (value ?? GENERAL).split(' ');
  return { skillId: kind === 'skill' ? id : null, projectId: kind === 'project' ? id : null };
};

/** Any minutes, any skill or project, any day that is open; or an entry to correct. */
export function LogFormDrawer(props: LogDrawerProps) {
  return (
    <SideSheet opened={props.opened} onClose={props.onClose} title={props.entry ? 'Correct this entry' : 'Log study'}>
      <LogForm {...props} />
    </SideSheet>
  );
}

function LogForm({ enrollmentId, levelId, today, onClose, onLogged, entry, suggested }: LogDrawerProps) {
  const level = useQuery(levelQuery(levelId));
  const log = useLogStudy(enrollmentId);
  const correct = useCorrectStudy(enrollmentId);
  const tell = useStudyLogged(enrollmentId, onLogged);
  const [attempt] = useState(() => uuidv7());
  const blank = entry ? asCorrection(entry) : { ...NEW, date: suggested?.date ?? today, ...suggested };
  const draft = useFormDraft(`log ${enrollmentId} ${entry?.id ?? suggested?.date ?? 'new'}`, blank, readStudy);
  const form = useForm<StudyCorrection>({
    initialValues: draft.restored ?? blank,
    validate: zod4Resolver(StudyCorrection),
    onValuesChange: draft.keep,
  });
  const startOver = () => {
    form.setValues(blank);
    draft.discard();
  };

  const submit = form.onSubmit((study) => {
    const done = () => (draft.forget(), onClose(), undefined);
    if (entry) {
      const undo = () => correct.mutate({ entryId: entry.id, study: asCorrection(entry) });
      correct.mutate({ entryId: entry.id, study }, { onSuccess: ({ changedAt }) => (onLogged?.(changedAt), done(), toast('Corrected', undo)) });
    } else log.mutate({ attempt, study, title: titleOf(study, level.data) }, { onSuccess: (logged) => (done(), tell(logged, study.minutes)) });
  });
  const fault = log.error ?? correct.error;

  return (
    <form onSubmit={submit} aria-label={entry ? 'Correct this entry' : 'Log study'}>
      <Stack gap="md">
        {draft.restored && <DraftRestored onDiscard={startOver} />}
        <DayField today={today} form={form} />
        <MinutesField
          label="Minutes"
          max={MINUTES_IN_A_DAY}
          value={form.values.minutes || null}
          onChange={(minutes) => form.setFieldValue('minutes', minutes ?? 0)}
          error={form.errors.minutes}
        />
        <Select
          label="What"
          data={choices(level.data)}
          value={asValue(form.values)}
          onChange={(value) => form.setValues(asSubject(value))}
          error={form.errors.projectId}
          allowDeselect={false}
          comboboxProps={{ withinPortal: true }}
        />
        <WhatWasDone value={form.values.kind} onChange={(kind) => form.setFieldValue('kind', kind)} />
        <HowItWent value={form.values.recall} onChange={(recall) => form.setFieldValue('recall', recall)} />
        <Textarea label="Note" description="Markdown works" placeholder="Optional" autosize minRows={2} {...form.getInputProps('note')} />
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

const NEW: Omit<StudyCorrection, 'date'> = { minutes: 30, skillId: null, projectId: null, planItemId: null, kind: USUAL_KIND, recall: null, note: '' };

/** Date and minutes may still be missing. */
const KeptStudyForm = StudyCorrection.safeExtend({ date: z.string(), minutes: z.number(), note: z.string() });
const readStudy = (kept: unknown): StudyCorrection | null => KeptStudyForm.safeParse(kept).data ?? null;

const asCorrection = ({ date, minutes, skillId, projectId, planItemId, kind, recall, note }: Omit<StudyEntry, 'day'>): StudyCorrection => ({
  ...{ date, minutes, skillId, projectId, planItemId, kind, recall, note },
});

/** Any day that is open; the two that one mostly means are one click away. */
function DayField({ today, form }: { today: string; form: UseFormReturnType<StudyCorrection> }) {
  const near = [
    { date: today, name: 'Today' },
    { date: addDays(today, -1), name: 'Yesterday' },
  ];
  return (
    <div>
      <TextInput type="date" label="Day" max={today} {...form.getInputProps('date')} />
      <div className="row" style={{ marginTop: 8 }}>
        {near.map(({ date, name }) => (
          <Button key={name} size="sm" variant="default" aria-pressed={form.values.date === date} onClick={() => form.setFieldValue('date', date)}>
            {name}
          </Button>
        ))}
      </div>
    </div>
  );
}

function titleOf({ skillId, projectId }: Subject, level: LevelPage | undefined): string {
  const part = [...(level?.skills ?? []), ...(level?.projects ?? [])].find(({ id }) => id === skillId || id === projectId);
  return part?.title ?? level?.title ?? 'Study';
}

function choices(level: LevelPage | undefined) {
  return [
    { value: GENERAL, label: 'General study' },
    { group: 'Skills', items: (level?.skills ?? []).map(({ id, title }) => ({ value: `skill ${id}`, label: title })) },
    { group: 'Projects', items: (level?.projects ?? []).map(({ id, title }) => ({ value: `project ${id}`, label: title })) },
  ];
}

import { Select } from '@mantine/core';
import type { Recall, StudyKind } from '@server/progress/progress.contract';
import { Choice } from '../../ui/choice';
import { RECALL_WORDS, STUDY_KIND_WORDS } from './study-words';

const KINDS = Object.entries(STUDY_KIND_WORDS).map(([value, label]) => ({ value, label }));
const RECALLS = Object.entries(RECALL_WORDS).map(([value, label]) => ({ value: value as Recall, label }));

/** What kind of study it was. */
export function WhatWasDone({ value, onChange }: { value: StudyKind; onChange: (kind: StudyKind) => void }) {
  return <Select label="How you studied" data={KINDS} value={value} onChange={(kind) => kind && onChange(kind as StudyKind)} allowDeselect={false} />;
}

/** How well it went: when the skill comes up for review depends on it. Not said counts as well. */
export function HowItWent({ value, onChange }: { value: Recall | null; onChange: (recall: Recall) => void }) {
  return (
    <div>
      <div className="b sm" style={{ marginBottom: 4 }}>
        How well did it go?
      </div>
      <Choice label="How well did it go?" value={value ?? 'good'} onChange={onChange} options={RECALLS} />
    </div>
  );
}

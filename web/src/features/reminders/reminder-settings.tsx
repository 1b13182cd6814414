import { Button, Switch, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReminderRule } from '@server/reminders/reminders.contract';
import { QueryRegion } from '../../ui/query-region';
import { Section } from '../../ui/section';
import { toast } from '../../ui/toast-store';
import { reminderRuleQuery, useSetReminderRule } from './reminder-queries';

/** When to be reminded by mail on a planned day with nothing logged. */
export function ReminderSettings() {
  const query = useQuery(reminderRuleQuery());
  return (
    <Section title="Reminders" lead="One mail on a planned day, if nothing is logged by then. Never more than one.">
      <QueryRegion query={query} what="Reminders">
        {(rule) => <RuleForm key={`${rule.localTime} ${rule.enabled}`} rule={rule} />}
      </QueryRegion>
    </Section>
  );
}

function RuleForm({ rule }: { rule: ReminderRule }) {
  const [localTime, setLocalTime] = useState(rule.localTime);
  const [enabled, setEnabled] = useState(rule.enabled);
  const save = useSetReminderRule();
  return (
    <div className="stack">
      <Switch label="Remind me by mail" checked={enabled} onChange={({ currentTarget }) => setEnabled(currentTarget.checked)} />
      <div className="row wrap" style={{ alignItems: 'end' }}>
        <TextInput
          type="time"
          label={`At, in ${rule.timeZone}`}
          value={localTime}
          disabled={!enabled}
          onChange={({ currentTarget }) => setLocalTime(currentTarget.value || localTime)}
        />
        <Button
          variant="default"
          loading={save.isPending}
          onClick={() => save.mutate({ localTime, enabled }, { onSuccess: () => toast(enabled ? `Reminded at ${localTime}` : 'No more reminders') })}
        >
          Save
        </Button>
      </div>
      {rule.disabledWhy === 'unsubscribed' && <p className="sm soft">You ended reminders by the link in a mail.</p>}
      {save.error && (
        <p className="sm risk" role="alert">
          {save.error.message}
        </p>
      )}
    </div>
  );
}

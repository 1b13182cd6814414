import { Button, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { zod4Resolver } from 'mantine-form-zod-resolver';
import { AccountChange, changeAccount, type Account } from '@server/users/users.contract';
import { call } from '../../api/call';
import { fieldFaults, isOfFields } from '../../api/refusal';
import { accountChanged } from '../../api/session';
import { Section } from '../../ui/section';
import { toast } from '../../ui/toast-store';
import { zoneNow, zones } from './time-zones';

const DAY_STARTS = Array.from({ length: 25 }, (_, step) => ({
  value: String(step * 15),
  label: step === 0 ? 'At midnight' : `At ${Math.floor(step / 4)}:${String((step % 4) * 15).padStart(2, '0')}`,
}));

/** Name, time zone, and when the day begins. Days that are logged keep their dates when the zone changes. */
export function AccountSettings({ account }: { account: Account }) {
  const form = useForm({
    initialValues: { name: account.name, timeZone: account.timeZone, dayStartMinutes: account.dayStartMinutes },
    validate: zod4Resolver(AccountChange),
  });
  const save = useMutation({
    mutationFn: (body: typeof form.values) => call(changeAccount, { body }),
    onSuccess: accountChanged,
    onError: (error) => form.setErrors(fieldFaults(error)),
  });
  const submit = form.onSubmit((values) => save.mutate(values, { onSuccess: () => toast('Saved') }));
  return (
    <Section title="You">
      <form onSubmit={submit} className="stack" aria-label="You">
        <TextInput label="Name" autoComplete="name" {...form.getInputProps('name')} />
        <Select
          label="Time zone"
          searchable
          data={zones(account.timeZone)}
          allowDeselect={false}
          description={zoneNow(form.values.timeZone)}
          {...form.getInputProps('timeZone')}
        />
        <Select
          label="My day begins"
          description="Before, it is still yesterday for you: what you log past midnight counts for the evening before"
          data={DAY_STARTS}
          allowDeselect={false}
          value={String(form.values.dayStartMinutes)}
          onChange={(minutes) => form.setFieldValue('dayStartMinutes', Number(minutes ?? 0))}
        />
        {save.error && !isOfFields(save.error) && (
          <p className="sm risk" role="alert">
            {save.error.message}
          </p>
        )}
        <div>
          <Button type="submit" variant="default" loading={save.isPending}>
            Save
          </Button>
        </div>
      </form>
    </Section>
  );
}

import { Button, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { zod4Resolver } from 'mantine-form-zod-resolver';
import { AccountChange, changeAccount, type Account } from '@server/users/users.contract';
import { call } from '../../api/call';
import { accountChanged } from '../../api/session';
import { Section } from '../../ui/section';
import { toast } from '../../ui/toast-store';
import { zoneNow, zones } from './time-zones';

/** Name and time zone. Days that are logged keep their dates when the zone changes. */
export function AccountSettings({ account }: { account: Account }) {
  const form = useForm({ initialValues: { name: account.name, timeZone: account.timeZone }, validate: zod4Resolver(AccountChange) });
  const save = useMutation({ mutationFn: (body: typeof form.values) => call(changeAccount, { body }), onSuccess: accountChanged });
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
        {save.error && (
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

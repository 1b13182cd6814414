import { Button, Checkbox, CopyButton, PasswordInput, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { zod4Resolver } from 'mantine-form-zod-resolver';
import { NewPersonalToken as Schema } from '@server/users/personal-tokens/personal-tokens.contract';
import { wrongPassword } from '@server/users/users.contract';
import { isRefusal, notSaved } from '../../api/refusal';
import { Callout } from '../../ui/callout';
import { useMakePersonalToken } from './personal-token-queries';

const LASTS = [
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '365', label: 'A year' },
  { value: 'forever', label: 'Until I revoke it' },
];

type Values = {
  name: string;
  scopes: ('read' | 'log-study')[];
  lasts: string;
  password: string;
};

/** Creates a token, then shows it once: it is not stored. */
export function NewPersonalToken({ onDone }: { onDone: () => void }) {
  const form = useForm<Values>({
    initialValues: { name: '', scopes: ['log-study', 'read'], lasts: '90', password: '' },
    validate: zod4Resolver(Schema.pick({ name: true, scopes: true, password: true })),
  });
  const make = useMakePersonalToken();
  if (make.data) return <ShownOnce token={make.data.token} onDone={onDone} />;
  const submit = ({ lasts, ...values }: Values) =>
    make.mutate(
      { ...values, expiresInDays: lasts === 'forever' ? null : Number(lasts) },
      { onError: (error) => isRefusal(error, wrongPassword) && form.setFieldError('password', error.message) },
    );
  return (
    <form className="stack" aria-label="New token" onSubmit={form.onSubmit(submit)}>
      <TextInput label="What it is for" placeholder="Study timer on my laptop" data-autofocus {...form.getInputProps('name')} />
      <Checkbox.Group label="Permissions" {...form.getInputProps('scopes')}>
        <div className="stack" style={{ '--gap': '8px' } as React.CSSProperties}>
          <Checkbox value="log-study" label="Log study, and correct what was logged" />
          <Checkbox value="read" label="Read your enrollments, plans, progress and readiness" />
        </div>
      </Checkbox.Group>
      <Select label="How long it lasts" data={LASTS} allowDeselect={false} {...form.getInputProps('lasts')} />
      <PasswordInput
        label="Current password"
        description="A token works until it expires or you revoke it, so we ask for your password again"
        autoComplete="current-password"
        {...form.getInputProps('password')}
      />
      {make.error && !isRefusal(make.error, wrongPassword) && (
        <p className="sm risk" role="alert">
          {notSaved(make.error)}
        </p>
      )}
      <div className="row">
        <Button type="submit" loading={make.isPending}>
          Create token
        </Button>
        <Button variant="subtle" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

function ShownOnce({ token, onDone }: { token: string; onDone: () => void }) {
  return (
    <Callout title="Copy it now. It is not shown again">
      <div className="stack">
        <TextInput label="Your token" autoFocus value={token} readOnly onFocus={({ currentTarget }) => currentTarget.select()} />
        <div className="row">
          <CopyButton value={token}>{({ copied, copy }) => <Button onClick={copy}>{copied ? 'Copied' : 'Copy'}</Button>}</CopyButton>
          <Button variant="subtle" onClick={onDone}>
            Done
          </Button>
        </div>
      </div>
    </Callout>
  );
}

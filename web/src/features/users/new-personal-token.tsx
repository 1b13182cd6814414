import { Button, Checkbox, CopyButton, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { zod4Resolver } from 'mantine-form-zod-resolver';
import { NewPersonalToken as Schema } from '@server/users/personal-tokens/personal-tokens.contract';
import { notSaved } from '../../api/refusal';
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
};

/** Makes a token, then shows it: this once, for it is kept nowhere. */
export function NewPersonalToken({ onDone }: { onDone: () => void }) {
  const form = useForm<Values>({
    initialValues: { name: '', scopes: ['log-study', 'read'], lasts: '90' },
    validate: zod4Resolver(Schema.pick({ name: true, scopes: true })),
  });
  const make = useMakePersonalToken();
  if (make.data) return <ShownOnce token={make.data.token} onDone={onDone} />;
  const submit = ({ name, scopes, lasts }: Values) => make.mutate({ name, scopes, expiresInDays: lasts === 'forever' ? null : Number(lasts) });
  return (
    <form className="stack" aria-label="New token" onSubmit={form.onSubmit(submit)}>
      <TextInput label="What it is for" placeholder="Study timer on my laptop" data-autofocus {...form.getInputProps('name')} />
      <Checkbox.Group label="What it may do" {...form.getInputProps('scopes')}>
        <div className="stack" style={{ '--gap': '8px' } as React.CSSProperties}>
          <Checkbox value="log-study" label="Log study, and correct what was logged" />
          <Checkbox value="read" label="Read your enrollments, plans, progress and readiness" />
        </div>
      </Checkbox.Group>
      <Select label="How long it lasts" data={LASTS} allowDeselect={false} {...form.getInputProps('lasts')} />
      {make.error && (
        <p className="sm risk" role="alert">
          {notSaved(make.error)}
        </p>
      )}
      <div className="row">
        <Button type="submit" loading={make.isPending}>
          Make the token
        </Button>
        <Button variant="subtle" onClick={onDone}>
          Leave it
        </Button>
      </div>
    </form>
  );
}

function ShownOnce({ token, onDone }: { token: string; onDone: () => void }) {
  return (
    <Callout title="Copy it now. It is not shown again">
      <div className="stack">
        <TextInput label="Your token" value={token} readOnly onFocus={({ currentTarget }) => currentTarget.select()} />
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

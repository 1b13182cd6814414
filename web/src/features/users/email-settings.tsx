import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { zod4Resolver } from 'mantine-form-zod-resolver';
import { useState } from 'react';
import { NewEmail, sameEmail } from '@server/users/email-change/email-change.contract';
import { wrongPassword } from '@server/users/users.contract';
import { fieldFaults, isOfFields, isRefusal, notSaved } from '../../api/refusal';
import { useAccount } from '../../api/session';
import { QueryRegion } from '../../ui/query-region';
import { Section } from '../../ui/section';
import { useFocusInPlace } from '../../ui/use-focus-in-place';
import { emailChangeQuery, useRequestEmailChange } from './email-change-queries';
import { WaitingEmail } from './waiting-email';

/** The email address: the present one stays until the link that goes to the new one is used. */
export function EmailSettings() {
  const { email: present } = useAccount();
  const change = useQuery(emailChangeQuery());
  const [isAsked, setAsked] = useState(false);
  const { opener, place } = useFocusInPlace(isAsked);
  return (
    <Section title="Email address" lead={`You sign in with ${present}.`}>
      <QueryRegion query={change} what="Your email address">
        {({ email, ...waiting }) => {
          if (email !== null) return <WaitingEmail email={email} {...waiting} />;
          if (isAsked)
            return (
              <div ref={place}>
                <NewEmailForm onDone={() => setAsked(false)} />
              </div>
            );
          return (
            <Button ref={opener} variant="default" onClick={() => setAsked(true)}>
              Change email address
            </Button>
          );
        }}
      </QueryRegion>
    </Section>
  );
}

function NewEmailForm({ onDone }: { onDone: () => void }) {
  const form = useForm({ initialValues: { email: '', password: '' }, validate: zod4Resolver(NewEmail) });
  const request = useRequestEmailChange();
  const submit = form.onSubmit((body) =>
    request.mutate(body, {
      onSuccess: onDone,
      onError: (error) => {
        form.setErrors(fieldFaults(error));
        if (isRefusal(error, wrongPassword)) form.setFieldError('password', error.message);
        if (isRefusal(error, sameEmail)) form.setFieldError('email', error.message);
      },
    }),
  );
  const isShown = request.error && (isOfFields(request.error) || isRefusal(request.error, wrongPassword) || isRefusal(request.error, sameEmail));
  return (
    <form onSubmit={submit} className="stack" aria-label="Email address" noValidate>
      <TextInput
        label="New email address"
        type="email"
        autoComplete="email"
        description="We send a link to it. Your address changes when you use the link."
        {...form.getInputProps('email')}
      />
      <PasswordInput label="Current password" autoComplete="current-password" {...form.getInputProps('password')} />
      {request.error && !isShown && (
        <p className="sm risk" role="alert">
          {notSaved(request.error)}
        </p>
      )}
      <div className="row">
        <Button type="submit" loading={request.isPending}>
          Send link
        </Button>
        <Button variant="subtle" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import type { z } from 'zod';
import { zod4Resolver } from 'mantine-form-zod-resolver';
import { Acceptance, type InvitationOffer } from '@server/users/invitations/invitations.contract';
import { emailTaken, linkUsedUp } from '@server/users/users.contract';
import { fieldFaults, isOfFields, isRefusal } from '../../api/refusal';
import { enterByInvitation } from '../../api/session';
import { Callout } from '../../ui/callout';
import { messageOf } from '../../ui/failed';
import { Door } from './door';
import { invitationOfferQuery } from './invitation-queries';
import { PasswordField } from './password-field';
import { ownZone } from './time-zones';
import { ZoneField } from './zone-field';

/** Where the link of an invitation leads. Opening it changes nothing, because mail scanners open links. */
export default function InvitationPage() {
  const { token = '' } = useParams({ strict: false });
  const { data, error } = useQuery(invitationOfferQuery(token));
  if (error)
    return (
      <Door name="Invitation" title="This invitation doesn’t work" lead={isRefusal(error, linkUsedUp) ? 'It was used, canceled or has expired.' : ''}>
        <Callout tone="risk" title="You can’t use this link" alert>
          {messageOf(error)}
        </Callout>
        <p className="soft">
          <Link to="/sign-in">Sign in</Link>
        </p>
      </Door>
    );
  if (!data) return <Door name="Invitation" title="You’re invited to Daymark" lead="Loading your invitation" children={null} />;
  return <AcceptForm token={token} offer={data} />;
}

function AcceptForm({ token, offer: { email, name } }: { token: string; offer: z.output<typeof InvitationOffer> }) {
  const navigate = useNavigate();
  const form = useForm({
    initialValues: { name: name ?? '', password: '', timeZone: ownZone() },
    validate: zod4Resolver(Acceptance),
  });
  const enter = useMutation({
    mutationFn: (body: Parameters<typeof enterByInvitation>[1]) => enterByInvitation(token, body),
    onSuccess: () => navigate({ to: '/' }),
    onError: (error) => form.setErrors(fieldFaults(error)),
  });
  const isKnown = enter.error && isRefusal(enter.error, emailTaken);
  return (
    <Door name="Invitation" title="You’re invited to Daymark" lead={`Choose your name and a password. You sign in as ${email}.`}>
      {enter.error && !isOfFields(enter.error) && (
        <Callout tone="risk" title={isKnown ? 'You already have an account' : 'We couldn’t create your account'} alert>
          {messageOf(enter.error)} {isKnown && <Link to="/sign-in">Sign in</Link>}
        </Callout>
      )}
      <form onSubmit={form.onSubmit((values) => enter.mutate(values))} noValidate>
        {/* So that a password manager keeps the password under the right name. */}
        <TextInput label="Email" type="email" autoComplete="username" value={email} readOnly />
        <TextInput label="Name" autoComplete="name" {...form.getInputProps('name')} />
        <PasswordField
          label="Password"
          autoComplete="new-password"
          description="At least 10 characters. A few unrelated words work well"
          {...form.getInputProps('password')}
        />
        <ZoneField {...form.getInputProps('timeZone')} value={form.values.timeZone} onChange={(zone) => form.setFieldValue('timeZone', zone)} />
        <Button type="submit" size="lg" fullWidth loading={enter.isPending}>
          Create account
        </Button>
      </form>
    </Door>
  );
}

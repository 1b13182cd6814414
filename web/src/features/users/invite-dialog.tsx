import { Button, Checkbox, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { zod4Resolver } from 'mantine-form-zod-resolver';
import { AccountRole } from '@server/platform/auth/permission.contract';
import { alreadyInvited, NewInvitation } from '@server/users/invitations/invitations.contract';
import { emailTaken } from '@server/users/users.contract';
import { fieldFaults, isOfFields, isRefusal, notSaved } from '../../api/refusal';
import { Dialog } from '../../ui/dialog';
import { useMailToast } from '../mail/mail-toast';
import { useInvite } from './invitation-queries';
import classes from './people-page.module.css';

/** Invites one address by mail. */
export function InviteDialog({ onClose }: { onClose: () => void }) {
  const invite = useInvite();
  const mailToast = useMailToast();
  const form = useForm({
    initialValues: { email: '', name: '', accountRoles: ['learner'] as AccountRole[] },
    validate: (values) => zod4Resolver(NewInvitation)(withoutEmptyName(values)),
  });
  const { error } = invite;
  const isOfEmail = error && (isRefusal(error, emailTaken) || isRefusal(error, alreadyInvited));
  const submit = (values: typeof form.values) =>
    invite.mutate(withoutEmptyName(values), {
      onSuccess: ({ email }) => {
        mailToast('Invitation', email);
        onClose();
      },
      onError: (failure) => {
        if (isRefusal(failure, emailTaken) || isRefusal(failure, alreadyInvited)) form.setFieldError('email', `${failure.problem.title}. ${failure.message}`);
        else form.setErrors(fieldFaults(failure));
      },
    });
  return (
    <Dialog onClose={onClose} title="Invite someone" closeLabel="Cancel">
      <form onSubmit={form.onSubmit(submit)} noValidate className="stack">
        <p className="sm soft">We’ll send them a mail with a link. It works once and expires after 14 days.</p>
        <TextInput label="Email" type="email" autoComplete="off" data-autofocus {...form.getInputProps('email')} />
        <TextInput label="Name (optional)" description="They can change it" autoComplete="off" {...form.getInputProps('name')} />
        <Checkbox.Group label="Account roles" {...form.getInputProps('accountRoles')}>
          <div className={classes.roles}>
            {AccountRole.options.map((role) => (
              <Checkbox key={role} value={role} label={role} />
            ))}
          </div>
        </Checkbox.Group>
        {error && !isOfEmail && !isOfFields(error) && (
          <p className="sm risk" role="alert">
            {notSaved(error)}
          </p>
        )}
        <div className="row wrap">
          <Button type="submit" loading={invite.isPending}>
            Send invitation
          </Button>
          <Button variant="subtle" onClick={onClose}>
            Cancel
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

const withoutEmptyName = ({ name, ...rest }: { email: string; name: string; accountRoles: AccountRole[] }) => (name.trim() === '' ? rest : { ...rest, name });

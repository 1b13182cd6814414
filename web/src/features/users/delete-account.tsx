import { Button, PasswordInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { deleteAccount } from '@server/users/users.contract';
import { call } from '../../api/call';
import { notSaved } from '../../api/refusal';
import { leaveEverywhere } from '../../api/session';
import { Section } from '../../ui/section';
import { toast } from '../../ui/toast-store';
import { useFocusInPlace } from '../../ui/use-focus-in-place';

/** Leaving for good: asked for the password, since it cannot be undone. */
export function DeleteAccount() {
  const [password, setPassword] = useState('');
  const [isAsked, setAsked] = useState(false);
  const { opener, place } = useFocusInPlace(isAsked);
  const remove = useMutation({
    mutationFn: () => call(deleteAccount, { body: { password } }),
    onSuccess: async () => {
      await leaveEverywhere().catch(() => undefined);
      toast('Your account and all you logged are deleted');
    },
  });
  return (
    <Section title="Delete your account" lead="Deletes your account and everything you logged, for good.">
      {isAsked ? (
        <div ref={place}>
          <form
            className="stack"
            aria-label="Leave"
            onSubmit={(event) => {
              event.preventDefault();
              remove.mutate();
            }}
          >
            <PasswordInput
              label="Your password"
              autoComplete="current-password"
              value={password}
              onChange={({ currentTarget }) => setPassword(currentTarget.value)}
              required
            />
            {remove.error && (
              <p className="sm risk" role="alert">
                {notSaved(remove.error)}
              </p>
            )}
            <div className="row">
              <Button type="submit" color="rose" variant="outline" loading={remove.isPending}>
                Delete everything
              </Button>
              <Button variant="subtle" onClick={() => setAsked(false)}>
                Stay
              </Button>
            </div>
          </form>
        </div>
      ) : (
        <Button ref={opener} color="rose" variant="outline" onClick={() => setAsked(true)}>
          Delete my account
        </Button>
      )}
    </Section>
  );
}

import { Button, Radio, Stack, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { RegistrationMode, RegistrationPolicy } from '@server/users/registration/registration-policy.contract';
import { Refusal } from '../../api/refusal';
import { Dialog } from '../../ui/dialog';
import { messageOf } from '../../ui/failed';
import { listed } from '../../ui/format';
import { toast } from '../../ui/toast-store';
import { registrationQuery, useSetRegistrationPolicy } from './registration-queries';

const MODES: readonly { mode: RegistrationMode; label: string; note: string }[] = [
  { mode: 'open', label: 'Open', note: 'Anyone can register.' },
  { mode: 'invitation', label: 'By invitation', note: 'Only people an admin invites.' },
  { mode: 'domain', label: 'By email domain', note: 'Anyone with a confirmed address at one of these domains.' },
];

/** Who may register, in one line, with a button to change it. */
export function RegistrationSettings() {
  const { data } = useQuery(registrationQuery());
  const [isOpen, setOpen] = useState(false);
  if (!data) return null;
  return (
    <>
      <span className="sm soft">{inWords(data)}</span>
      <Button variant="default" onClick={() => setOpen(true)}>
        Change registration
      </Button>
      {isOpen && <RegistrationDialog policy={data} onClose={() => setOpen(false)} />}
    </>
  );
}

function inWords({ mode, domains }: RegistrationPolicy): string {
  if (mode === 'open') return 'Registration is open.';
  return mode === 'invitation' ? 'Registration is by invitation.' : `Registration is for ${listed(domains)}.`;
}

function RegistrationDialog({ policy, onClose }: { policy: RegistrationPolicy; onClose: () => void }) {
  const [mode, setMode] = useState(policy.mode);
  const [domains, setDomains] = useState(policy.domains.join('\n'));
  const set = useSetRegistrationPolicy();
  const wanted = { mode, domains: mode === 'domain' ? domains.split(/[\s,;]+/).filter(Boolean) : [] };
  const save = () =>
    set.mutate(wanted, {
      onSuccess: (saved) => {
        toast(inWords(saved));
        onClose();
      },
    });
  return (
    <Dialog onClose={onClose} title="Who can register?" closeLabel="Cancel">
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Radio.Group label="Registration" value={mode} onChange={(value) => setMode(MODES.find((each) => each.mode === value)?.mode ?? mode)}>
          <Stack gap="sm" mt="xs">
            {MODES.map((each) => (
              <Radio key={each.mode} value={each.mode} label={each.label} description={each.note} />
            ))}
          </Stack>
        </Radio.Group>
        {mode === 'domain' && (
          <Textarea
            label="Email domains"
            description="One per line, such as example.org. To include its subdomains, add *.example.org too"
            autosize
            minRows={2}
            value={domains}
            onChange={({ currentTarget }) => setDomains(currentTarget.value)}
          />
        )}
        <p className="sm soft">
          Invitations always work. Existing accounts stay.
          {mode === 'domain' && ' People whose address isn’t confirmed stay signed in. They confirm it before they sign in again.'}
        </p>
        {set.error && (
          <p className="sm risk" role="alert">
            {faultOf(set.error, wanted.domains)}
          </p>
        )}
        <div className="row wrap">
          <Button type="submit" loading={set.isPending}>
            Save
          </Button>
          <Button variant="subtle" onClick={onClose}>
            Cancel
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** Names the first domain that is none. */
function faultOf(error: Error, domains: readonly string[]): string {
  const [path, message] = (error instanceof Refusal && Object.entries(error.faults)[0]) || [];
  if (path === undefined || message === undefined) return messageOf(error);
  const domain = domains[Number(path.split('.')[1])];
  return domain === undefined ? message : `${domain}: ${message}`;
}

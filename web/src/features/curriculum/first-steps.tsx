import { Button, CopyButton } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { addressOf, named } from '../../api/base';
import { useAccount } from '../../api/session';
import { ButtonLink } from '../../ui/button-link';
import { CheckIcon, CurriculumIcon, LockIcon, MailIcon, PeopleIcon } from '../../ui/icons';
import { Row, Rows } from '../../ui/rows';
import { Card } from '../../ui/section';
import { mailSettingsQuery } from '../mail/mail-queries';
import { accountsQuery } from '../users/account-queries';
import { certificationsQuery } from './curriculum-queries';

interface Step {
  title: string;
  note: ReactNode;
  isDone: boolean;
  icon: ReactNode;
  act?: ReactNode;
}

/** What an admin should do before inviting people. Shown until everything is done, or dismissed on this device. */
export function FirstSteps() {
  const [isDismissed, setDismissed] = useLocalStorage({ key: named('daymark-first-steps-put-away'), defaultValue: false, getInitialValueInEffect: false });
  const steps = useSteps();
  if (isDismissed || !steps || steps.every(({ isDone }) => isDone)) return null;
  const open = steps.filter(({ isDone }) => !isDone).length;
  return (
    <Card
      title="Before you invite people"
      aside={
        <Button variant="subtle" size="sm" onClick={() => setDismissed(true)}>
          Dismiss
        </Button>
      }
      lead={open === 1 ? 'One thing is left.' : `${open} things are left.`}
    >
      <Rows label="First steps">
        {steps.map(({ title, note, isDone, icon, act }) => (
          <Row
            key={title}
            mark={isDone ? <CheckIcon /> : icon}
            title={
              <>
                {title}
                {isDone && <span className="vh">, done</span>}
              </>
            }
            note={note}
            aside={isDone ? undefined : act}
          />
        ))}
      </Rows>
    </Card>
  );
}

/** How many certifications are listed by name. */
const NAMED = 3;

/** Undefined until everything is loaded, so that the list does not change while somebody reads it. */
function useSteps(): Step[] | undefined {
  const { passwordChosenAt } = useAccount();
  const certifications = useQuery(certificationsQuery());
  const mail = useQuery(mailSettingsQuery());
  const mentors = useInfiniteQuery(accountsQuery({ accountRole: 'mentor' }));
  const learners = useInfiniteQuery(accountsQuery({ accountRole: 'learner' }));
  if (!certifications.data || !mail.data || !mentors.data || !learners.data) return undefined;
  const { items } = certifications.data;
  const named = items.slice(0, NAMED).map(({ title, release }) => `${title}, release ${release}`);
  const curricula = items.length > NAMED ? [...named, `and ${items.length - NAMED} more`] : named;
  const [hasMentor, hasLearner] = [mentors, learners].map(({ data }) => (data?.pages[0]?.items.length ?? 0) > 0);
  return [
    {
      title: 'A password of your own',
      note: passwordChosenAt ? 'Nobody else has seen it.' : 'The one you signed in with was made by Daymark, and shown on a screen.',
      isDone: passwordChosenAt !== null,
      icon: <LockIcon />,
      act: small('/settings', 'Change it'),
    },
    {
      title: 'Curriculum',
      note: curricula.join('; ') || 'Publish a file: those that come along show its shape.',
      isDone: curricula.length > 0,
      icon: <CurriculumIcon />,
    },
    {
      title: 'Mail',
      note:
        mail.data.via === 'smtp' ? (
          `Sent as ${mail.data.from}.`
        ) : (
          <>
            Not set, so no mail is sent. Set <code>SMTP_URL</code> and restart Daymark. Earlier mail stays in the outbox.
          </>
        ),
      isDone: mail.data.via === 'smtp',
      icon: <MailIcon />,
      act: small('/system', 'See mail'),
    },
    {
      title: 'A mentor',
      note: hasMentor ? 'Assign learners to them under People.' : 'They register like anybody else; then you make them mentor.',
      isDone: hasMentor === true,
      icon: <PeopleIcon />,
      act: small('/people', 'People'),
    },
    {
      title: 'Learners',
      note: hasLearner ? 'The first is here.' : `They make their accounts at ${addressOf('/register')}`,
      isDone: hasLearner === true,
      icon: <PeopleIcon />,
      act: <CopyAddress />,
    },
  ];
}

const small = (to: string, text: string) => (
  <ButtonLink to={to} variant="default" size="sm">
    {text}
  </ButtonLink>
);

function CopyAddress() {
  return (
    <CopyButton value={addressOf('/register')}>
      {({ copied, copy }) => (
        <Button variant="default" size="sm" onClick={copy}>
          {copied ? 'Copied' : 'Copy the address'}
        </Button>
      )}
    </CopyButton>
  );
}

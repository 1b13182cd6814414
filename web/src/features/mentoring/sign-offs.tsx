import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Enrollment } from '@server/enrollments/enrollments.contract';
import { signOff as signOffSkill, type SignOff } from '@server/progress/evidence/sign-offs.contract';
import { messageOf } from '../../ui/failed';
import { dateInFull, dateOf } from '../../ui/format';
import { CheckIcon, MinusIcon } from '../../ui/icons';
import { QueryRegion } from '../../ui/query-region';
import { Row, Rows } from '../../ui/rows';
import { Section } from '../../ui/section';
import { textLimit } from '../../ui/text-limit';
import { toast, toastFault } from '../../ui/toast-store';
import { useFocusInPlace } from '../../ui/use-focus-in-place';
import { levelQuery } from '../curriculum/curriculum-queries';
import { signOffsQuery, useRevokeSignOff, useSignOff } from '../progress/projects/evidence-queries';
import classes from './reviews.module.css';

const told = { onError: (error: Error) => toastFault(messageOf(error)) };

/** The level's skills, each to be attested by a mentor, or with who attested it. */
export function SignOffs({ enrollment: { id, level, learner } }: { enrollment: Enrollment }) {
  const query = useQuery(signOffsQuery(id));
  const { data: content } = useQuery(levelQuery(level.id));
  return (
    <Section title="Sign-offs" lead={`Skills of ${learner.name} that a mentor attests`}>
      <QueryRegion query={query} what="Sign-offs">
        {({ items }) => (
          <Rows label="Skills">
            {(content?.skills ?? []).map((skill) => (
              <Skill key={skill.id} enrollmentId={id} skill={skill} signOff={items.find((each) => each.skill.id === skill.id && !each.revoked)} />
            ))}
          </Rows>
        )}
      </QueryRegion>
    </Section>
  );
}

interface Props {
  enrollmentId: string;
  skill: { id: string; title: string };
  /** The one in force. */
  signOff: SignOff | undefined;
}

function Skill({ enrollmentId, skill, signOff }: Props) {
  const [isOpen, setOpen] = useState(false);
  const { opener, place } = useFocusInPlace(isOpen);
  const revoke = useRevokeSignOff(enrollmentId);
  const sign = useSignOff(enrollmentId);
  if (!signOff)
    return (
      <Row
        mark={<MinusIcon size="s" />}
        title={skill.title}
        note={
          isOpen ? (
            <div ref={place}>
              <Signing enrollmentId={enrollmentId} skill={skill} onDone={() => setOpen(false)} />
            </div>
          ) : (
            'Not signed off'
          )
        }
        aside={
          !isOpen && (
            <Button ref={opener} variant="default" size="sm" style={{ minHeight: 44 }} onClick={() => setOpen(true)} aria-label={`Sign off: ${skill.title}`}>
              Sign off
            </Button>
          )
        }
      />
    );
  const again = () => sign.mutate({ skillId: skill.id, note: signOff.note }, told);
  return (
    <Row
      mark={
        <span className="ready">
          <CheckIcon size="s" />
        </span>
      }
      title={skill.title}
      note={`Signed off${signOff.signed.by ? ` by ${signOff.signed.by}` : ''}, ${dateInFull(dateOf(signOff.signed.at))}${signOff.note ? `: ${signOff.note}` : ''}`}
      aside={
        <Button
          ref={opener}
          variant="subtle"
          size="sm"
          style={{ minHeight: 44 }}
          aria-label={`Take back: ${skill.title}`}
          onClick={() => revoke.mutate(skill.id, { ...told, onSuccess: () => toast(`Taken back: ${skill.title}`, again) })}
        >
          Take back
        </Button>
      }
    />
  );
}

function Signing({ enrollmentId, skill, onDone }: { enrollmentId: string; skill: Props['skill']; onDone: () => void }) {
  const [note, setNote] = useState('');
  const sign = useSignOff(enrollmentId);
  const revoke = useRevokeSignOff(enrollmentId);
  return (
    <form
      className={classes.skill}
      aria-label={`Sign off ${skill.title}`}
      onSubmit={(event) => {
        event.preventDefault();
        const onSuccess = () => {
          onDone();
          toast(`Signed off: ${skill.title}`, () => revoke.mutate(skill.id, told));
        };
        sign.mutate({ skillId: skill.id, note }, { onSuccess });
      }}
    >
      <TextInput
        label="What you base this on"
        description="Optional. The learner sees it"
        value={note}
        onChange={({ currentTarget }) => setNote(currentTarget.value)}
        {...textLimit(signOffSkill.body.shape.note, note, sign.error && messageOf(sign.error))}
      />
      <div className="row wrap">
        <Button type="submit" loading={sign.isPending} style={{ minHeight: 44 }}>
          Sign off
        </Button>
        <Button variant="subtle" style={{ minHeight: 44 }} onClick={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

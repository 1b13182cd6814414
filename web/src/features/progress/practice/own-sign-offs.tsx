import { useQuery } from '@tanstack/react-query';
import type { Enrollment } from '@server/enrollments/enrollments.contract';
import type { SignOff } from '@server/progress/evidence/sign-offs.contract';
import { Anchored } from '../../../ui/anchored';
import { dateInFull, dateOf } from '../../../ui/format';
import { CheckIcon } from '../../../ui/icons';
import { QueryRegion } from '../../../ui/query-region';
import { Rows } from '../../../ui/rows';
import { Section } from '../../../ui/section';
import { signOffAnchor } from '../anchors';
import { signOffsQuery } from '../projects/evidence-queries';

/** What mentors attest of the learner's skills, and what each rests on. */
export function OwnSignOffs({ enrollment: { id } }: { enrollment: Enrollment }) {
  const query = useQuery(signOffsQuery(id));
  const inForce = ({ items }: { items: readonly SignOff[] }) => items.filter(({ revoked }) => !revoked);
  return (
    <Section title="Sign-offs" lead="Skills that a mentor attests. Each counts as items of a practice exam, less as it gets older.">
      <QueryRegion
        query={query}
        what="Sign-offs"
        isEmpty={(data) => inForce(data).length === 0}
        empty={<p className="soft">None yet. A mentor who has seen you work can sign a skill off.</p>}
      >
        {(data) => (
          <Rows label="Skills signed off">
            {inForce(data).map(({ id: signOffId, skill, signed: { at, by }, note }) => (
              <Anchored key={signOffId} anchor={signOffAnchor(skill.id)}>
                <span className="ready">
                  <CheckIcon size="s" />
                </span>
                <div className="grow">
                  <div className="b">{skill.title}</div>
                  <div className="sm soft">{`${by || 'A mentor'}, ${dateInFull(dateOf(at))}${note ? `: ${note}` : ''}`}</div>
                </div>
              </Anchored>
            ))}
          </Rows>
        )}
      </QueryRegion>
    </Section>
  );
}

import { useQuery } from '@tanstack/react-query';
import type { Enrollment } from '@server/enrollments/enrollments.contract';
import type { SelfRating } from '@server/progress/practice/practice.contract';
import { notSaved } from '../../../api/refusal';
import { Anchored } from '../../../ui/anchored';
import { Choice } from '../../../ui/choice';
import { dayAndMonth } from '../../../ui/format';
import { QueryRegion } from '../../../ui/query-region';
import { Section } from '../../../ui/section';
import { toast, toastFault } from '../../../ui/toast-store';
import { levelQuery } from '../../curriculum/curriculum-queries';
import { ratingAnchor } from '../anchors';
import classes from './practice.module.css';
import { selfRatingsQuery, useRateSkill } from './practice-queries';

const SCALE = ['never heard of it', 'heard of it', 'with help', 'alone', 'could teach it'];
const OPTIONS = SCALE.map((word, index) => ({ value: String(index + 1), label: String(index + 1), name: `${index + 1}, ${word}` }));

/** The learner's own word for each skill: one click, and the last of a day counts. */
export function SelfRatings({ enrollment: { id, level, today } }: { enrollment: Enrollment }) {
  const query = useQuery(selfRatingsQuery(id));
  const { data: content } = useQuery(levelQuery(level.id));
  const rate = useRateSkill(id);
  const choose = (skillId: string, title: string, chosen: number, before: SelfRating | undefined) => {
    // What was said today is replaced; an earlier word counts again once the new one is taken back.
    const back = { skillId, rating: before?.ratedOn === today ? before.rating : null };
    const failed = (error: Error) => toastFault(notSaved(error));
    rate.mutateAsync({ skillId, rating: chosen }).then(() => toast(`${title}: ${SCALE[chosen - 1]}`, () => rate.mutateAsync(back).catch(failed)), failed);
  };
  return (
    <Section title="How you rate yourself" lead="Honest beats high: it only helps to see where you stand. The last word of a day counts.">
      <p className={classes.scale}>
        {SCALE.map((word, index) => (
          <span key={word}>
            <b className="num">{index + 1}</b> {word}
          </span>
        ))}
      </p>
      <QueryRegion query={query} what="Your ratings">
        {({ items }) => (
          <ul className={classes.ratings} aria-label="Your ratings">
            {(content?.skills ?? []).map(({ id: skillId, title }) => {
              const said = items.find((rating) => rating.skillId === skillId);
              return (
                <Anchored key={skillId} anchor={ratingAnchor(skillId)}>
                  <div>
                    <div className="b">{title}</div>
                    <div className="sm soft">{said ? saidOf(said, today) : 'Not rated yet'}</div>
                  </div>
                  <Choice
                    label={`Rate yourself in ${title}`}
                    value={said ? String(said.rating) : ''}
                    options={OPTIONS}
                    onChange={(chosen) => choose(skillId, title, Number(chosen), said)}
                  />
                </Anchored>
              );
            })}
          </ul>
        )}
      </QueryRegion>
    </Section>
  );
}

/** With help, on 3 March; before that 2 */
function saidOf({ rating, ratedOn, earlier }: SelfRating, today: string): string {
  const word = SCALE[rating - 1] ?? '';
  const on = ratedOn === today ? 'today' : `on ${dayAndMonth(ratedOn, today)}`;
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}, ${on}${earlier[0] ? `; before that ${earlier[0].rating}` : ''}`;
}

import { PageHead } from '../../../ui/page-head';
import { OfCurrent } from '../of-current';
import classes from '../progress-page.module.css';
import { OwnSignOffs } from './own-sign-offs';
import { PracticeResults } from './practice-results';
import { SelfRatings } from './self-ratings';

/** What a learner knows by other signs than time: results of practice exams, their own word for each skill, and a mentor's. */
export default function PracticePage() {
  return (
    <OfCurrent what="Practice">
      {(enrollment) => (
        <>
          <PageHead title="Practice and ratings" lead={enrollment.level.title} crumb={{ to: '/progress', title: 'Progress', here: 'Practice and ratings' }} />
          <div className={classes.parts}>
            <PracticeResults enrollment={enrollment} />
            <SelfRatings enrollment={enrollment} />
            <OwnSignOffs enrollment={enrollment} />
          </div>
        </>
      )}
    </OfCurrent>
  );
}

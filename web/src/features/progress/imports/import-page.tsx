import { PageHead } from '../../../ui/page-head';
import { OfCurrent } from '../of-current';
import classes from '../progress-page.module.css';
import { ImportTable } from './import-table';
import { Imports } from './imports';

/** Past days all at once: pasted or from a file, looked at first, then logged; and what came so before, to be taken back. */
export default function ImportPage() {
  return (
    <OfCurrent what="Add past days">
      {(enrollment) => (
        <>
          <PageHead title="Add past days" lead={enrollment.level.title} crumb={{ to: '/progress', title: 'Progress', here: 'Add past days' }} />
          <div className={classes.parts}>
            <ImportTable enrollment={enrollment} />
            <Imports enrollment={enrollment} />
          </div>
        </>
      )}
    </OfCurrent>
  );
}

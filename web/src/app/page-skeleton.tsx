import { Columns } from '../ui/columns';
import { Bar, CardSkeleton, PlateSkeleton, Skeletons } from '../ui/skeleton';
import classes from './page-skeleton.module.css';

/** A page on its way. */
export function PageSkeleton() {
  return (
    <div className={classes.page}>
      <Skeletons>
        <div className="stack">
          <Bar width={280} height={32} />
          <Bar width={180} />
        </div>
      </Skeletons>
      <Columns>
        <PlateSkeleton />
        <CardSkeleton rows={4} height={312} />
      </Columns>
    </div>
  );
}

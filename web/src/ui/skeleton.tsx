import { useEffect, useState, type CSSProperties, type ReactNode } from 'react';
import { classNames } from './class-names';
import classes from './skeleton.module.css';

/** Below this a wait is not seen; a skeleton would only flicker. */
const UNSEEN_MS = 200;

/** Holds the place of what loads from the start, and shows its outline once the wait can be felt. */
export function Skeletons({ children, label = 'Loading' }: { children: ReactNode; label?: string }) {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), UNSEEN_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className={classNames(!shown && classes.unseen)} aria-busy>
      {children}
      {shown && (
        <span className="vh" role="status">
          {label}
        </span>
      )}
    </div>
  );
}

/** One bar of a skeleton, in the final size. */
export function Bar({ width = '100%', height = 14 }: { width?: number | string; height?: number }) {
  return <div className={classes.bar} style={{ '--width': typeof width === 'number' ? `${width}px` : width, '--height': `${height}px` } as CSSProperties} />;
}

/** A card with a few rows to come. */
export function CardSkeleton({ rows = 3, height }: { rows?: number; height?: number }) {
  return (
    <Skeletons>
      <div className={classes.card} style={{ minHeight: height }}>
        <Bar width="40%" height={18} />
        {Array.from({ length: rows }, (_, row) => (
          <div key={row} className="row">
            <Bar width={14} />
            <Bar />
            <Bar width={44} />
          </div>
        ))}
      </div>
    </Skeletons>
  );
}

/** A figure with its scale to come. */
export function ScoreSkeleton() {
  return (
    <Skeletons>
      <div className={classes.card}>
        <Bar width="40%" height={18} />
        <Bar width={96} height={48} />
        <Bar height={12} />
        <Bar width="60%" />
      </div>
    </Skeletons>
  );
}

/** The plate to come. */
export function PlateSkeleton({ height = 312 }: { height?: number }) {
  return (
    <Skeletons>
      <div className={classes.plate} style={{ minHeight: height }} />
    </Skeletons>
  );
}

/** A chart to come. */
export function ChartSkeleton({ height = 240 }: { height?: number }) {
  return (
    <Skeletons>
      <Bar height={height} />
    </Skeletons>
  );
}

import { useElementSize } from '@mantine/hooks';
import type { ReactNode } from 'react';
import classes from './chart-frame.module.css';

interface Props {
  /** What the drawing says, in a sentence with its numbers. */
  summary: string;
  /** Where it depends on the width, that is known before the first paint. */
  height: number | ((width: number) => number);
  maxWidth?: number;
  /** Draws into the width there is, so that its words keep their size on every screen. */
  children: (width: number) => ReactNode;
  /** What its colours mean, where its words do not stand at the lines. */
  legend?: ReactNode | ((width: number) => ReactNode);
  /** The table behind it. */
  table: ReactNode;
}

/** Holds a drawing's place and size, names it, and puts the table behind it. */
export function ChartFrame({ summary, height: asked, maxWidth, children, legend, table }: Props) {
  const { ref, width } = useElementSize();
  const height = typeof asked === 'function' ? asked(width) : asked;
  return (
    <figure>
      <div ref={ref} style={{ height, maxWidth }}>
        {width > 0 && (
          <svg className={classes.chart} width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={summary}>
            {children(width)}
          </svg>
        )}
      </div>
      {typeof legend === 'function' ? legend(width) : legend}
      {table}
    </figure>
  );
}

import classes from './chart-key.module.css';

interface Line {
  name: string;
  stroke: string;
  width: number;
  dash?: string;
  /** A bar rather than a line. */
  bar?: boolean;
}

/** What each line and bar of a drawing means; its name and table say it to who cannot see it. */
export function ChartKey({ lines }: { lines: readonly Line[] }) {
  return (
    <ul className={classes.key} aria-hidden>
      {lines.map(({ name, stroke, width, dash, bar }) => (
        <li key={name}>
          <svg viewBox="0 0 28 12" width="28" height="12">
            {bar ? (
              <rect x="2" y="2" width="24" height="8" fill={stroke} />
            ) : (
              <path d="M1 6h26" stroke={stroke} strokeWidth={width} strokeDasharray={dash} strokeLinecap="round" />
            )}
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}

import classes from './kind-mark.module.css';

const KINDS = {
  study: { word: 'Study', shape: <rect x="1" y="1" width="10" height="10" rx="1" /> },
  review: { word: 'Review', shape: <circle cx="6" cy="6" r="5.3" /> },
  project: { word: 'Project', shape: <path d="M6 .8 11.7 11H.3z" /> },
  practice: { word: 'Practice exam', shape: <path d="M6 .2 11.8 6 6 11.8.2 6z" /> },
  fixed: { word: 'Fixed date', shape: <path d="M1 1.5h10L6 11.5z" /> },
  exam: { word: 'Exam', shape: <path d="M4.2 0h3.6l.7 3.3h-5zM3.3 4.3h5.4l.7 3.2H2.6zM2.4 8.5h7.2l.8 3.5H1.6z" /> },
} as const;

export type Kind = keyof typeof KINDS;
export const kindWord = (kind: Kind): string => KINDS[kind].word;

interface Props {
  kind: Kind;
  /** Where the word stands beside it already. */
  silent?: boolean;
}

/** The shape of a kind of work: square, circle, triangle, diamond, pennant, beacon. White on the plate. */
export function KindMark({ kind, silent = false }: Props) {
  const { word, shape } = KINDS[kind];
  return (
    <svg className={classes.mark} data-kind={kind} viewBox="0 0 12 12" {...(silent ? { 'aria-hidden': true } : { role: 'img', 'aria-label': word })}>
      {shape}
    </svg>
  );
}

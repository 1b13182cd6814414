import { Button } from '@mantine/core';
import { Refusal } from '../api/refusal';
import classes from './failed.module.css';

interface Props {
  /** What could not be loaded: 'Readiness'. */
  what: string;
  error: unknown;
  again?: () => void;
}

/** What happened, then what to do. A refusal speaks for itself; of anything else the page tells only what a person can use. */
export const messageOf = (error: unknown): string =>
  error instanceof Refusal ? error.message : 'The server did not answer. What you logged is safe. Try again.';

export function Failed({ what, error, again }: Props) {
  return (
    <div className={classes.failed} role="alert">
      <h3>{what} could not be loaded</h3>
      <p className="soft">{again ? messageOf(error).replace(/ Try again\.$/, '') : messageOf(error)}</p>
      {again && (
        <Button variant="default" size="sm" onClick={again}>
          Try again
        </Button>
      )}
    </div>
  );
}

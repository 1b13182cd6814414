import { Button } from '@mantine/core';
import type { WayOut } from '@server/plans/plans.contract';
import { ButtonLink } from '../../ui/button-link';
import { Row, Rows } from '../../ui/rows';
import { trialOf, wayNote, wayTitle, type Trial } from './trial';

interface Props {
  waysOut: readonly WayOut[];
  /** What stands now: a way out is tried from there. */
  from: Trial;
  levelId: string;
  /** Opens the what-if with it filled in; absent for who may only read. */
  onTry?: (trial: Trial) => void;
}

/** What would make a plan fit that does not, each with what it comes to, and a button to try it. */
export function WaysOut({ waysOut, from, levelId, onTry }: Props) {
  return (
    <Rows label="Ways out">
      {waysOut.map((way) => {
        const trial = trialOf(way, from);
        return (
          <Row
            key={way.kind}
            title={wayTitle(way)}
            note={wayNote(way)}
            aside={
              onTry &&
              (trial ? (
                <Button variant="default" size="sm" mih={44} onClick={() => onTry(trial)} aria-label={`Try it: ${wayTitle(way)}`}>
                  Try it
                </Button>
              ) : (
                // Nothing to fill in: what is left out is just not studied.
                <ButtonLink to="/levels/$levelId" params={{ levelId }} variant="default" size="sm" mih={44} aria-label={`Look at the level: ${wayTitle(way)}`}>
                  Look
                </ButtonLink>
              ))
            }
          />
        );
      })}
    </Rows>
  );
}

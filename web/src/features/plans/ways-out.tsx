import { Button } from '@mantine/core';
import type { WayOut } from '@server/plans/plans.contract';
import { Row, Rows } from '../../ui/rows';
import { trialOf, wayNote, wayTitle, type Trial } from './trial';

interface Props {
  waysOut: readonly WayOut[];
  /** What stands now: a way out is tried from there. */
  from: Trial;
  /** Opens the what-if with it filled in; absent for who may only read. */
  onTry?: (trial: Trial) => void;
}

/** What would make a plan fit that does not, each with what it comes to, and a button to try it. */
export function WaysOut({ waysOut, from, onTry }: Props) {
  return (
    <Rows label="Ways out">
      {waysOut.map((way) => {
        return (
          <Row
            key={way.kind}
            title={wayTitle(way)}
            note={wayNote(way)}
            aside={
              onTry && (
                <Button variant="default" size="sm" mih={44} onClick={() => onTry(trialOf(way, from))} aria-label={`Try it: ${wayTitle(way)}`}>
                  Try it
                </Button>
              )
            }
          />
        );
      })}
    </Rows>
  );
}

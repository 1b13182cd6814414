import { Spoiler } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { AuditEntry } from '@server/platform/audit/audit.contract';
import { clockTime, dateInFull, todayIn } from '../../ui/format';
import { PersonName } from '../../ui/person-name';
import { Row } from '../../ui/rows';
import { factsOf, sentenceOf, type Piece } from './audit-words';
import classes from './entry-row.module.css';

/** One entry: who did what to whom, what changed, when, and from where. */
export function EntryRow({ entry }: { entry: AuditEntry }) {
  const { at, address } = entry;
  const facts = factsOf(entry);
  return (
    <Row
      title={sentenceOf(entry).map((piece, i) => (
        <Words key={i} piece={piece} />
      ))}
      note={
        <>
          {facts.length > 0 && (
            <Spoiler maxHeight={120} showLabel="Show all" hideLabel="Show less">
              {facts.map((fact) => (
                <p key={fact} className={classes.fact}>
                  {fact}
                </p>
              ))}
            </Spoiler>
          )}
          <time dateTime={at}>
            {dateInFull(todayIn(undefined, new Date(at)))} at {clockTime(at)}
          </time>
          {address !== null && <>, from {address}</>}
        </>
      }
    />
  );
}

/** A person leads to everything that speaks of them. */
function Words({ piece }: { piece: Piece }) {
  if (typeof piece === 'string') return piece;
  return (
    <Link to="/audit" search={{ person: piece.id }} title={`Show everything about ${piece.name}`}>
      <PersonName>{piece.name}</PersonName>
    </Link>
  );
}

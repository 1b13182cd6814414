import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from '@tanstack/react-router';
import type { AuditEntry } from '@server/platform/audit/audit.contract';
import { clockTime, dateInFull, todayIn } from '../../ui/format';
import { PersonName } from '../../ui/person-name';
import { Row } from '../../ui/rows';
import { factsOf, sentenceOf, type Piece } from './audit-words';
import classes from './entry-row.module.css';

const MAX_SHOWN = 300;

/** One entry: who did what to whom, what changed, when, and from where. */
export function EntryRow({ entry }: { entry: AuditEntry }) {
  const { at, address } = entry;
  return (
    <Row
      title={sentenceOf(entry).map((piece, i) => (
        <Words key={i} piece={piece} />
      ))}
      note={
        <>
          {factsOf(entry).map((fact) => (
            <Fact key={fact} text={fact} />
          ))}
          <time dateTime={at}>
            {dateInFull(todayIn(undefined, new Date(at)))} at {clockTime(at)}
          </time>
          {address !== null && <>, from {address}</>}
        </>
      }
    />
  );
}

/** A long comment is shown in full on request, so that it does not hide the entries below it. */
function Fact({ text }: { text: string }) {
  const [isWhole, setWhole] = useState(false);
  const isLong = text.length > MAX_SHOWN;
  return (
    <p className={classes.fact}>
      {isLong && !isWhole ? `${text.slice(0, MAX_SHOWN)}…` : text}
      {isLong && (
        <Button variant="subtle" size="compact-sm" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole ? 'Show less' : 'Show all'}
        </Button>
      )}
    </p>
  );
}

/** A person's name links to everything that involves them. */
function Words({ piece }: { piece: Piece }) {
  if (typeof piece === 'string') return piece;
  return (
    <Link to="/audit" search={{ person: piece.id }} title={`Show everything about ${piece.name}`}>
      <PersonName>{piece.name}</PersonName>
    </Link>
  );
}

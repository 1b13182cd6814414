import { Link } from '@tanstack/react-router';
import type { Missing } from '@server/enrollments/waivers/waivers.contract';
import { LockIcon } from '../../ui/icons';
import { Markdown } from '../../ui/markdown';
import { Row, Rows } from '../../ui/rows';

/** What stops an enrollment, each with its lock; a level leads to its page. */
export const WhatIsMissing = ({ missing }: { missing: readonly Missing[] }) => (
  <Rows label="What comes first">
    {missing.map(({ kind, text, level }) => (
      <Row
        key={`${kind} ${text}`}
        mark={<LockIcon />}
        title={
          level ? (
            <Link to="/levels/$levelId" params={{ levelId: level.id }}>
              {level.title}
            </Link>
          ) : (
            KINDS[kind]
          )
        }
        note={<Markdown>{text}</Markdown>}
      />
    ))}
  </Rows>
);

export const KINDS: Readonly<Record<Missing['kind'], string>> = { level: 'Level', knowledge: 'Knowledge', experience: 'Experience' };

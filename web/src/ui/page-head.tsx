import { useDocumentTitle } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ChevronRightIcon } from './icons';
import classes from './page-head.module.css';

interface Props {
  title: ReactNode;
  /** The page's name in the browser's title; needed where `title` is not plain text. */
  name?: string;
  lead?: ReactNode;
  /** At the right: one chip, or quiet buttons. */
  aside?: ReactNode;
  /** Where this page lies below another. */
  crumb?: { to: string; title: string; here: string };
}

/** The head of a page: its only h1, and what the browser's tab says. */
export function PageHead({ title, name, lead, aside, crumb }: Props) {
  useDocumentTitle(`${name ?? (typeof title === 'string' ? title : 'Daymark')} · Daymark`);
  return (
    <>
      {crumb && (
        <nav className={classes.crumb} aria-label="Where you are">
          <Link to={crumb.to}>{crumb.title}</Link>
          <ChevronRightIcon size="s" />
          <span>{crumb.here}</span>
        </nav>
      )}
      <div className={classes.head}>
        <div>
          <h1>{title}</h1>
          {lead !== undefined && <p>{lead}</p>}
        </div>
        {aside !== undefined && <div className="row wrap">{aside}</div>}
      </div>
    </>
  );
}

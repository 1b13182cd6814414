import { useDocumentTitle } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { Logo } from '../../ui/logo';
import { Coast } from './coast';
import classes from './door.module.css';

interface Props {
  title: string;
  lead: ReactNode;
  /** The page's name in the browser's tab. */
  name: string;
  children: ReactNode;
}

/** The way in: the coast at one side, one short form at the other. */
export function Door({ title, lead, name, children }: Props) {
  useDocumentTitle(`${name} · Daymark`);
  return (
    <main id="main" tabIndex={-1} className={classes.door}>
      <Coast />
      <div className={classes.side}>
        <div className={classes.form}>
          <div className={classes.brand}>
            <span>
              <Logo />
            </span>
            Daymark
          </div>
          <div>
            <h1>{title}</h1>
            <p className={classes.lead}>{lead}</p>
          </div>
          {children}
        </div>
      </div>
    </main>
  );
}

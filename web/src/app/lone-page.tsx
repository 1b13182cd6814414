import { createContext, use, type ReactNode } from 'react';
import { Logo } from '../ui/logo';
import classes from './lone-page.module.css';

/** Whether the frame stands around already, whose `main` this then stands in. */
export const InFrame = createContext(false);

/** A page with one thing to say: no such page, or it broke. */
export function LonePage({ title, children, alert = false }: { title: string; children: ReactNode; alert?: boolean }) {
  const Place = use(InFrame) ? 'div' : 'main';
  return (
    <Place className={classes.page} {...(Place === 'main' && { id: 'main', tabIndex: -1 })}>
      <span className={classes.mark}>
        <Logo />
      </span>
      <div className={classes.words} role={alert ? 'alert' : undefined}>
        <h1>{title}</h1>
        {children}
      </div>
    </Place>
  );
}

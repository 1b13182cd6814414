import classes from './avatar.module.css';
import { initials } from './format';

/** A person's initials; the name stands beside it or is said by what holds it. */
export function Avatar({ name, size = 'm' }: { name: string; size?: 'm' | 'l' }) {
  return (
    <span className={size === 'l' ? `${classes.avatar} ${classes.large}` : classes.avatar} aria-hidden>
      {initials(name)}
    </span>
  );
}

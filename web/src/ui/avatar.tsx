import classes from './avatar.module.css';
import { initials } from './format';

/**
 * A person's initials, drawn as a picture: the full name is beside it or is the accessible name of what holds it. As text they would be a visible
 * label that the accessible name has to contain (WCAG 2.5.3).
 */
export function Avatar({ name, size = 'm' }: { name: string; size?: 'm' | 'l' }) {
  return <span className={size === 'l' ? `${classes.avatar} ${classes.large}` : classes.avatar} data-initials={initials(name)} aria-hidden />;
}

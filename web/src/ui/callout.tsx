import type { ReactNode } from 'react';
import classes from './callout.module.css';
import { classNames } from './class-names';
import { InfoIcon, WarningIcon } from './icons';

interface Props {
  tone?: 'accent' | 'near' | 'risk';
  icon?: ReactNode;
  title: ReactNode;
  children?: ReactNode;
  /** Read out when it comes up after something was done. */
  alert?: boolean;
}

/** Something to know before going on: a lock says what opens it, a lack says how much. */
export function Callout({ tone = 'accent', icon, title, children, alert = false }: Props) {
  return (
    <div className={classNames(classes.callout, classes[tone])} role={alert ? 'alert' : undefined}>
      {icon ?? (tone === 'accent' ? <InfoIcon /> : <WarningIcon />)}
      <div className="grow">
        <b className="b num">{title}</b>
        {children !== undefined && <div className="sm">{children}</div>}
      </div>
    </div>
  );
}

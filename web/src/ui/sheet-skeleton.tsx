import { useLayoutEffect, useRef, type ReactNode } from 'react';
import { classNames } from './class-names';
import { CloseIcon } from './icons';
import { Bar, Skeletons } from './skeleton';
import classes from './sheet-skeleton.module.css';

export type SheetShape = 'drawer' | 'dialog';

interface Props {
  /** Title of the drawer: 'Log study'. */
  label: string;
  shape: SheetShape;
  onClose: () => void;
  /** Replaces the skeleton: an error, for example. */
  children?: ReactNode;
}

/** Placeholder for a drawer or dialog while its code is loading. The native dialog element traps the focus and restores it. */
export function SheetSkeleton({ label, shape, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  // Close it before it is removed, so that the focus is restored before the drawer takes it.
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={classNames(classes.sheet, shape === 'dialog' && classes.dialog)}
      aria-label={label}
      // If nothing was clicked or typed before, browsers close it on Escape without a cancel event. So it handles the close event.
      onClose={() => dialog.current?.open === false && onClose()}
    >
      <div className={classes.head}>
        <b className="head grow">{label}</b>
        <button type="button" className={classes.close} aria-label="Close" onClick={onClose}>
          <CloseIcon />
        </button>
      </div>
      {children || (
        <Skeletons>
          <div className="stack">
            <Bar width="40%" height={18} />
            <Bar height={44} />
            <Bar width="40%" height={18} />
            <Bar height={44} />
            <Bar height={88} />
          </div>
        </Skeletons>
      )}
    </dialog>
  );
}

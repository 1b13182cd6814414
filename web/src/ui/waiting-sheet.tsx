import { useLayoutEffect, useRef, type ReactNode } from 'react';
import { classNames } from './class-names';
import { CloseIcon } from './icons';
import { Bar, Skeletons } from './skeleton';
import classes from './waiting-sheet.module.css';

export type SheetShape = 'drawer' | 'dialog';

interface Props {
  /** What comes: 'Log study'. */
  label: string;
  shape: SheetShape;
  onClose: () => void;
  /** Instead of the skeleton: why it does not come. */
  children?: ReactNode;
}

/** Stands where a drawer will open until its code is loaded. The browser's own dialog needs no code: it keeps the focus and gives it back. */
export function WaitingSheet({ label, shape, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  // Closed before it leaves the page, so that the focus is back where it was when the drawer takes it.
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
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
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

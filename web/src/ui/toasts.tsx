import { ActionIcon, Button } from '@mantine/core';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { CheckIcon, CloseIcon, UndoIcon, WarningIcon } from './icons';
import { dismiss, onToasts, readToasts, type Toast } from './toast-store';
import classes from './toasts.module.css';

const SHOWN_MS = 8_000;

/** Where toasts come up: at the bottom, above the phone's bar. Once in the app; say something with `toast` (toast-store.ts). */
export function Toasts() {
  const toasts = useSyncExternalStore(onToasts, readToasts);
  return (
    <div className={classes.place} role="status">
      {toasts.map((toast) => (
        <ToastWithUndo key={toast.id} toast={toast} onClose={() => dismiss(toast.id)} />
      ))}
    </div>
  );
}

/** Goes after eight seconds, but not while it is focused or pointed at, or when it is dismissed. */
export function ToastWithUndo({ toast: { text, undo, tone }, onClose }: { toast: Toast; onClose: () => void }) {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(onClose, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [held, onClose]);
  const hold = { onFocus: () => setHeld(true), onBlur: () => setHeld(false), onMouseEnter: () => setHeld(true), onMouseLeave: () => setHeld(false) };
  return (
    <div className={classes.toast} {...hold}>
      {tone === 'done' ? <CheckIcon size="s" /> : <WarningIcon size="s" />}
      <span className="grow num">{text}</span>
      {undo && (
        <Button
          variant="default"
          size="sm"
          leftSection={<UndoIcon size="s" />}
          onClick={() => {
            undo();
            onClose();
          }}
        >
          Undo
        </Button>
      )}
      <ActionIcon size={44} aria-label="Dismiss" onClick={onClose}>
        <CloseIcon size="s" />
      </ActionIcon>
    </div>
  );
}

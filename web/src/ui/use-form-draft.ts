/** What somebody typed into a form and has not sent: kept on this device, under their account, until it is sent or discarded. */
import { useCallback, useState } from 'react';
import { readSession } from '../api/session';
import { itemKey, keepItem, readItem, removeItem } from '../device/items';
import { readDraft } from './draft-text';

export interface FormDraft<Values> {
  /** What an earlier visit left; null where there is none, and once it was discarded. */
  restored: Values | null;
  /** Keeps the values, or forgets them where they are what the form began with. */
  keep: (values: Values) => void;
  /** The form was sent. */
  forget: () => void;
  discard: () => void;
}

/**
 * @param subject what the form is about: `log <enrollment>`
 * @param blank what the form begins with
 * @param read makes values of what was kept, perhaps by an earlier version of the app; null for what is none
 */
export function useFormDraft<Values>(subject: string, blank: Values, read: (kept: unknown) => Values | null): FormDraft<Values> {
  const [key] = useState(() => itemKey('form', readSession().account?.id ?? '', subject));
  const [empty] = useState(() => JSON.stringify(blank));
  const [restored, setRestored] = useState(() => readDraft(readItem(key), read));
  const forget = () => removeItem(key);
  const keep = useCallback(
    (values: Values) => {
      if (JSON.stringify(values) === empty) removeItem(key);
      else keepItem(key, JSON.stringify({ at: Date.now(), values }));
    },
    [key, empty],
  );
  const discard = () => {
    forget();
    setRestored(null);
  };
  return { restored, keep, forget, discard };
}

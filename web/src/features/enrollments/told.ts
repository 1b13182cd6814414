import { messageOf } from '../../ui/failed';
import { toast, toastFault } from '../../ui/toast-store';

/**
 * Says what a change did once it is done. Not by callbacks of `mutate`: the part that asked is often gone by then, since the change took
 * its place away, and its callbacks with it.
 */
export function told(change: Promise<unknown>, text: string, undo?: () => Promise<unknown>): void {
  const takeBack = undo && (() => undo().catch(fault));
  // The form shows what was refused.
  change.then(() => toast(text, takeBack), () => undefined); // prettier-ignore
}

/** The same for a change without a place on the page for its refusal. */
export function toldOrFault(change: Promise<unknown>, text: string, undo?: () => Promise<unknown>): void {
  told(change, text, undo);
  change.catch(fault);
}

const fault = (error: Error) => toastFault(messageOf(error));

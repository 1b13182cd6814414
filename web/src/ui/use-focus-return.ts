import { useLayoutEffect } from 'react';

/**
 * Returns the focus to the element that had it before a dialog opened, when the dialog closes and when it is removed from the page.
 * Mantine returns it only when a dialog that stays on the page closes. A dialog that replaces another one returns it to where the first one did.
 */
export function useFocusReturn(opened: boolean): void {
  useLayoutEffect(() => {
    if (!opened) return;
    const before = document.activeElement;
    return () => {
      // What took the focus outside of the dialog meanwhile keeps it.
      const isLeft = document.activeElement && !document.activeElement.matches('body, [role="dialog"], [role="dialog"] *');
      if (!isLeft && before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, [opened]);
}

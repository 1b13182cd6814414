import { useLayoutEffect } from 'react';

/**
 * Returns the focus to the element that had it before a dialog opened, when the dialog closes and when it is removed from the page.
 * Mantine returns it only if the closed dialog stays mounted. A dialog that replaces another one returns the focus to the same element as the first.
 */
export function useFocusReturn(opened: boolean): void {
  useLayoutEffect(() => {
    if (!opened) return;
    const before = document.activeElement;
    return () => {
      // If the focus has already moved to an element outside the dialog, it stays there.
      const hasMoved = document.activeElement && !document.activeElement.matches('body, [role="dialog"], [role="dialog"] *');
      if (!hasMoved && before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, [opened]);
}

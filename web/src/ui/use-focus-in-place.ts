import { useLayoutEffect, useRef, type FocusEvent, type RefObject } from 'react';

export interface FocusInPlace {
  /** Of the button that opens the form. */
  opener: RefObject<HTMLButtonElement | null>;
  /** Of what holds the form while it is open. */
  place: RefObject<HTMLDivElement | null>;
}

/**
 * Keeps the focus with a form that opens in the page in place of its button. The first field gets it when the form opens, the button when
 * the form closes. Without this the focus is lost with what was removed, and a keyboard starts again at the top of the page.
 */
export function useFocusInPlace(isOpen: boolean): FocusInPlace {
  const opener = useRef<HTMLButtonElement>(null);
  const place = useRef<HTMLDivElement>(null);
  const section = useRef<Element | null>(null);
  const wasOpen = useRef(isOpen);
  useLayoutEffect(() => {
    if (isOpen === wasOpen.current) return;
    wasOpen.current = isOpen;
    if (isOpen) {
      section.current = place.current?.closest('section') ?? null;
      firstField(place.current)?.focus();
    } else if (isFocusLost()) {
      (opener.current ?? headingOf(section.current))?.focus();
    }
  }, [isOpen]);
  return { opener, place };
}

/**
 * Keeps the focus in a place whose focused button is replaced, such as Deactivate by Reactivate: the first field or button there gets it.
 * The result goes onto the element that stays.
 */
export function useFocusKept() {
  const place = useRef<HTMLDivElement>(null);
  const focused = useRef<Element>(null);
  useLayoutEffect(() => {
    if (focused.current === null || focused.current.isConnected) return;
    focused.current = null;
    if (isFocusLost()) firstField(place.current)?.focus();
  });
  return { ref: place, onFocus: ({ target }: FocusEvent) => void (focused.current = target) };
}

/** The field to begin with: the one that asks for it, else the first, else the first button. */
function firstField(place: Element | null): HTMLElement | undefined {
  const found = ['[data-autofocus]', 'input:not([type="hidden"]), textarea:not([aria-hidden]), select', 'button'].map((wanted) =>
    place?.querySelector<HTMLElement>(`:is(${wanted}):not(:disabled)`),
  );
  return found.find((field) => field !== null && field !== undefined) ?? undefined;
}

/** What took the focus meanwhile keeps it. */
const isFocusLost = () => document.activeElement === null || document.activeElement === document.body;

/** Where the button is gone too, because its work is done. */
function headingOf(section: Element | null): HTMLElement | null {
  const heading = section?.querySelector<HTMLElement>('h2, h3') ?? null;
  if (heading) heading.tabIndex = -1;
  return heading;
}

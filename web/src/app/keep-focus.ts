/**
 * Keeps the focus near where it was when the browser drops it, so that a keyboard does not start again at the top of the page. A button
 * that was disabled while it loaded gets the focus back. When the focused element is removed, as with the row of a list, the heading of
 * its section gets it, or the page where the section is gone too. What took the focus meanwhile keeps it.
 */
export function keepFocus(page: Document): void {
  let focused: Element | null = null;
  let places: readonly HTMLElement[] = [];
  const isLost = () => page.activeElement === null || page.activeElement === page.body;
  const enabledAgain = ({ type, target }: MutationRecord) => type === 'attributes' && target === focused && !focused.matches(':disabled');
  page.addEventListener('focusin', ({ target }) => {
    focused = target instanceof Element ? target : null;
    places = placesAround(focused);
  });
  const observer = new MutationObserver((changes) => {
    if (!focused || !isLost()) return;
    if (!focused.isConnected) {
      focused = null;
      focusPlace(places.find((place) => place.isConnected));
    } else if (focused instanceof HTMLElement && changes.some(enabledAgain)) focused.focus();
  });
  observer.observe(page.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['disabled'] });
}

/** From the inside out. */
function placesAround(element: Element | null): HTMLElement[] {
  const place = element?.parentElement?.closest<HTMLElement>('section, main') ?? null;
  return place ? [place, ...placesAround(place)] : [];
}

function focusPlace(place: HTMLElement | undefined): void {
  const target = place?.matches('section') ? place.querySelector<HTMLElement>('h2, h3') : place;
  if (!target) return;
  target.tabIndex = -1;
  target.focus({ preventScroll: true });
}

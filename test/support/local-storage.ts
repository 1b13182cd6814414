/** For unit tests, which run without a browser: gives the page a local storage, and takes it away by what it returns. */
export function giveLocalStorage(items: Record<string, string> = {}): () => void {
  const before = Object.getOwnPropertyDescriptor(globalThis, 'localStorage');
  // `Object.keys` of a real one are the keys of its items, too.
  const storage = Object.create({
    getItem: (key: string) => (storage[key] as string | undefined) ?? null,
    setItem: (key: string, text: string) => void (storage[key] = text),
    removeItem: (key: string) => void delete storage[key],
  }) as Record<string, unknown>;
  Object.assign(storage, items);
  Object.defineProperty(globalThis, 'localStorage', { value: storage, configurable: true });
  return () => {
    if (before) Object.defineProperty(globalThis, 'localStorage', before);
    else Reflect.deleteProperty(globalThis, 'localStorage');
  };
}

/** What was done, in words with numbers, and how to take it back. */
export interface Toast {
  id: number;
  text: string;
  undo: (() => unknown) | undefined;
  tone: 'done' | 'fault';
  /** What it is about, if a later one about the same replaces it: its Undo would undo more than the person sees. */
  about?: string | undefined;
}

let shown: readonly Toast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

function show(next: readonly Toast[]): void {
  shown = next;
  for (const listener of listeners) listener();
}

export const readToasts = (): readonly Toast[] => shown;
export const onToasts = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Toasts for one person must not be shown to the next. */
export const clearToasts = () => show([]);
export const dismiss = (id: number) => show(shown.filter((toast) => toast.id !== id));

function add(toast: Omit<Toast, 'id'>): void {
  lastId += 1;
  const others = shown.filter(({ about }) => about === undefined || about !== toast.about);
  // Two at most: more would hide the page they speak of.
  show([...others.slice(-1), { ...toast, id: lastId }]);
}

/** Says what changed, with a way back for eight seconds: `toast('45 min logged', () => remove(entry))`. */
export const toast = (text: string, undo?: () => unknown, about?: string) => add({ text, undo, tone: 'done', about });
/** Says that something did not work, where no place on the page can. */
export const toastFault = (text: string) => add({ text, undo: undefined, tone: 'fault' });

/** Older drafts are dropped: nobody remembers what they were about. */
const MAX_AGE_MS = 30 * 86_400_000;

/** Reads a draft as a device kept it: `{ at, values }`. Null for what is old, broken or of another shape. */
export function readDraft<Values>(text: string | null, read: (kept: unknown) => Values | null, now = Date.now()): Values | null {
  try {
    const { at, values } = JSON.parse(text ?? '{}') as { at?: unknown; values?: unknown };
    return typeof at === 'number' && now - at < MAX_AGE_MS ? read(values) : null;
  } catch {
    return null;
  }
}

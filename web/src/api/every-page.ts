/** So many at once: the most that a list gives. */
const LIMIT = 100;

interface Asked {
  limit: number;
  cursor?: string;
}

/** Everything of a list that comes a page at a time. `read` must send what it is given: a page that comes twice is a fault of ours, and ends it. */
export async function everyPage<Item>(read: (page: Asked) => Promise<{ items: Item[]; nextCursor?: string | null }>): Promise<{ items: Item[] }> {
  const items: Item[] = [];
  let cursor: string | undefined;
  do {
    const page = await read({ limit: LIMIT, ...(cursor !== undefined && { cursor }) });
    items.push(...page.items);
    const next = page.nextCursor ?? undefined;
    if (next !== undefined && next === cursor) throw new Error('The same page came twice: its cursor was not sent.');
    cursor = next;
  } while (cursor !== undefined);
  return { items };
}

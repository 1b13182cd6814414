/**
 * Which modules are loaded together. With a file for each shared module, Today had 82 scripts. Now it has two:
 * what every page needs, and what only Today needs. Code that other pages share is grouped by the pages that use it, so that no page loads unused code.
 */
const FIRST_PAGE = '/web/src/features/today/today-page.tsx';
/** Libraries used by few pages each are put together up to this size, in bytes before compression; our own modules are small. */
const SMALL_LIBRARY = 8_000;
const SMALL_MODULE = 4_000;

const isOwn = (id: string) => !id.includes('/node_modules/');

interface Context {
  getModuleInfo(id: string): { importedIds: readonly string[] } | null;
}

/** Our own modules that a module imports, and theirs. Libraries export everything from one file, so what they import says nothing. */
function importedBy(id: string, context: Context, found = new Set<string>()): Set<string> {
  if (found.has(id) || !isOwn(id)) return found;
  found.add(id);
  for (const each of context.getModuleInfo(id)?.importedIds ?? []) importedBy(each, context, found);
  return found;
}

/**
 * For `codeSplitting.groups` of Rolldown, in this order: a module goes into the first group that takes it.
 *
 * @param root the folder of the repository
 */
export function chunkGroups(root: string) {
  let ofToday: Set<string> | undefined;
  const today = (id: string, context: Context) => {
    ofToday ??= importedBy(root.replaceAll('\\', '/').replace(/\/$/, '') + FIRST_PAGE, context);
    return ofToday.has(id) ? 'today' : null;
  };
  return [
    { name: 'base', tags: ['$initial' as const] },
    { name: today, debugName: 'today' },
    { name: 'parts', test: (id: string) => !isOwn(id), minShareCount: 2, entriesAware: true, entriesAwareMergeThreshold: SMALL_LIBRARY },
    { name: 'shared', test: isOwn, minShareCount: 2, entriesAware: true, entriesAwareMergeThreshold: SMALL_MODULE },
  ];
}

/** A shared chunk is called after every page that uses it, which makes a long name. */
const shortName = (name: string) => name.split('~')[0] ?? name;
export const chunkFileNames = ({ name }: { name: string }): string => `assets/${shortName(name)}-[hash].js`;
export const assetFileNames = ({ names: [name = ''] }: { names: string[] }): string =>
  name.includes('~') ? `assets/${shortName(name)}-[hash][extname]` : 'assets/[name]-[hash][extname]';

/** The mapping of each kind of table, on this device: one for each person and set of columns, so that the next export of a program asks nothing. */
import { ImportMapping } from '@server/progress/imports/study-imports.contract';
import { itemKey, keepItem, readItem } from '../../../device/items';
import { kept } from './import-mapping';

/** Nothing where there is none, or none that can be read. */
export function keptMapping(account: string, signature: string): ImportMapping | undefined {
  try {
    return ImportMapping.safeParse(JSON.parse(readItem(itemKey('import', account, signature)) ?? '')).data;
  } catch {
    return undefined;
  }
}

/** Where the device keeps nothing, the next table of this kind asks again. */
export function keepMapping(account: string, signature: string, mapping: ImportMapping): void {
  keepItem(itemKey('import', account, signature), JSON.stringify(kept(mapping)));
}

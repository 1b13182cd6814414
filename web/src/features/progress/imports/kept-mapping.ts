/** The mapping of each kind of table, on this device: one a person and set of columns, so that the next export of a program asks nothing. */
import { ImportMapping } from '@server/progress/imports/study-imports.contract';
import { kept } from './import-mapping';

const keyOf = (account: string, signature: string) => `daymark-import ${account} ${signature}`;

/** Nothing where there is none, or none that can be read. */
export function keptMapping(account: string, signature: string): ImportMapping | undefined {
  try {
    return ImportMapping.safeParse(JSON.parse(localStorage.getItem(keyOf(account, signature)) ?? '')).data;
  } catch {
    return undefined;
  }
}

export function keepMapping(account: string, signature: string, mapping: ImportMapping): void {
  try {
    localStorage.setItem(keyOf(account, signature), JSON.stringify(kept(mapping)));
  } catch {
    // The device keeps nothing: the next table of this kind asks again.
  }
}

import type { CaseAssociation, CasePackage } from './case-package.js';

export interface Place {
  parent: string | null;
  sequence: number | null;
}

export interface Places {
  places: ReadonlyMap<string, Place>;
  /** Associations isChildOf that name something that is not in the file. */
  astray: CaseAssociation[];
  /** Further places of items that have one. */
  further: CaseAssociation[];
}

/** Where each item stands; below another item goes before directly below the document. */
export function placesOf({ CFDocument, CFItems, CFAssociations }: CasePackage): Places {
  const items = new Set(CFItems.map(({ identifier }) => identifier));
  const places = new Map<string, Place>();
  const [astray, further]: [CaseAssociation[], CaseAssociation[]] = [[], []];
  for (const association of CFAssociations.filter(isChildOf)) {
    const { originNodeURI: child, destinationNodeURI: above, sequenceNumber } = association;
    if (child === null || above === null || !items.has(child) || !(items.has(above) || above === CFDocument.identifier)) {
      astray.push(association);
      continue;
    }
    const place = { parent: items.has(above) ? above : null, sequence: sequenceNumber ?? null };
    const before = places.get(child);
    if (!before || (before.parent === null && place.parent !== null)) places.set(child, place);
    else if (place.parent !== null && place.parent !== before.parent) further.push(association);
  }
  return { places, astray, further };
}

export const isChildOf = ({ associationType }: CaseAssociation): boolean => associationType === 'isChildOf';

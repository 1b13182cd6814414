/** The key of a file's bytes in the store. The last letters of an id are spread evenly, so that no folder grows without end. */
export const placeOf = (storedAs: string): string => `evidence/${storedAs.slice(-2)}/${storedAs}`;

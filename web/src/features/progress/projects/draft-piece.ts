import { v7 as uuidv7 } from 'uuid';
import { EvidenceInput, type EvidenceItem, type EvidenceItemInput } from '@server/progress/evidence/evidence.contract';
import type { EvidenceFile } from '@server/progress/evidence/evidence-files.contract';

/** A thing that is being written or sent; `key` is also the attempt that a file is sent under. */
export type DraftPiece =
  | { key: string; kind: 'link'; url: string; title: string }
  | { key: string; kind: 'text'; text: string }
  | { key: string; kind: 'file'; name: string; share: number; file?: EvidenceFile; fault?: string; source?: File };

export const newLink = (): DraftPiece => ({ key: uuidv7(), kind: 'link', url: '', title: '' });
export const newText = (): DraftPiece => ({ key: uuidv7(), kind: 'text', text: '' });

/** What was handed in before, to be gone on from. */
export const asDraft = (item: EvidenceItem): DraftPiece =>
  item.kind === 'file' ? { key: uuidv7(), kind: 'file', name: item.file.name, share: 1, file: item.file } : { key: uuidv7(), ...item };

export const asInput = (piece: DraftPiece): EvidenceItemInput => {
  if (piece.kind === 'link') return { kind: 'link', url: piece.url.trim(), title: piece.title };
  if (piece.kind === 'text') return { kind: 'text', text: piece.text };
  return { kind: 'file', fileId: piece.file?.id ?? '' };
};

/** Faults by the place they are at, as the server would name them: `items.0.url`. */
export function faultsOf(pieces: readonly DraftPiece[]): Record<string, string> {
  const { error } = EvidenceInput.safeParse({ items: pieces.map(asInput) });
  return Object.fromEntries((error?.issues ?? []).map(({ path, message }) => [path.join('.'), message]));
}

import { EvidenceFile } from '@server/progress/evidence/evidence-files.contract';
import { z } from 'zod';
import type { DraftPiece } from './draft-piece';

const Kept = z.array(
  z.discriminatedUnion('kind', [
    z.object({ key: z.string(), kind: z.literal('link'), url: z.string(), title: z.string() }),
    z.object({ key: z.string(), kind: z.literal('text'), text: z.string() }),
    z.object({ key: z.string(), kind: z.literal('file'), name: z.string(), share: z.number(), file: EvidenceFile.optional(), fault: z.string().optional() }),
  ]),
);

/** Pieces that a device kept. A file that was uploaded is there; one that was on its way must be chosen again. */
export function readPieces(kept: unknown): DraftPiece[] | null {
  const { data } = Kept.safeParse(kept);
  if (!data || data.length === 0) return null;
  return data.map((piece): DraftPiece => {
    if (piece.kind !== 'file') return piece;
    const { key, name, share, file } = piece;
    return file ? { key, kind: 'file', name, share, file } : { key, kind: 'file', name, share, fault: 'Not uploaded. Remove it and choose it again.' };
  });
}

import { Button } from '@mantine/core';
import { useEffect, useState, type FormEvent } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { MOST_FILE_BYTES } from '@server/progress/evidence/evidence-files.contract';
import { MOST_ITEMS, type Evidence } from '@server/progress/evidence/evidence.contract';
import { notSaved, Refusal } from '../../../api/refusal';
import { DraftRestored } from '../../../ui/draft-restored';
import { AddIcon } from '../../../ui/icons';
import { toast } from '../../../ui/toast-store';
import { useFormDraft } from '../../../ui/use-form-draft';
import { asDraft, asInput, faultsOf, newLink, newText, type DraftPiece } from './draft-piece';
import { sendFile, useDeleteEvidence, useSubmitEvidence } from './evidence-queries';
import classes from './evidence.module.css';
import { FileDrop } from './file-drop';
import { readPieces } from './kept-pieces';
import { PieceFields } from './piece-fields';

interface Props {
  enrollmentId: string;
  project: { id: string; title: string };
  /** What was handed in before: one goes on from it. */
  before: Evidence | undefined;
  onClose: () => void;
}

/** Evidence being put together: links, texts, files, and one button that hands all of it in. */
export function SubmissionForm({ enrollmentId, project, before, onClose }: Props) {
  const [attempt] = useState(() => uuidv7());
  const [blank] = useState<DraftPiece[]>(() => (before ? before.items.map(asDraft) : [newLink()]));
  const draft = useFormDraft(`evidence ${enrollmentId} ${project.id}`, blank, readPieces);
  const [pieces, setPieces] = useState<DraftPiece[]>(draft.restored ?? blank);
  const { keep } = draft;
  useEffect(() => keep(pieces), [keep, pieces]);
  const [faults, setFaults] = useState<Record<string, string>>({});
  const submit = useSubmitEvidence(enrollmentId, project.id);
  const remove = useDeleteEvidence(enrollmentId);
  const isSending = pieces.some((piece) => piece.kind === 'file' && !piece.file && piece.fault === undefined);

  const change = (key: string, to: (piece: DraftPiece) => DraftPiece) => setPieces((all) => all.map((piece) => (piece.key === key ? to(piece) : piece)));
  const add = (...more: DraftPiece[]) => setPieces((all) => [...all.filter((piece) => !isBlank(piece) || more[0]?.kind !== 'file'), ...more]);
  const send = (files: File[]) => {
    for (const source of files) {
      const key = uuidv7();
      const fault = source.size > MOST_FILE_BYTES ? 'More than 10 MB. Make it smaller, or put it somewhere and add a link.' : undefined;
      add({ key, kind: 'file', name: source.name, share: 0, ...(fault !== undefined && { fault }) });
      if (fault !== undefined) continue;
      const onProgress = (share: number) => change(key, (piece) => ({ ...piece, share }) as DraftPiece);
      sendFile(enrollmentId, source, key, onProgress).then(
        (file) => change(key, (piece) => ({ ...piece, file }) as DraftPiece),
        (error: Error) =>
          change(key, (piece) => ({ ...piece, fault: error instanceof Refusal ? `${error.problem.title}. ${error.message}` : notSaved(error) }) as DraftPiece),
      );
    }
  };
  const handIn = (event: FormEvent) => {
    event.preventDefault();
    const found = faultsOf(pieces);
    setFaults(found);
    if (Object.keys(found).length > 0) return;
    const body = { items: pieces.map(asInput) };
    submit.mutate(
      { attempt, body },
      {
        onSuccess: ({ id }) => {
          draft.forget();
          toast(`Handed in: ${project.title}`, () => remove.mutate(id));
          onClose();
        },
      },
    );
  };

  return (
    <form className={classes.form} onSubmit={handIn} aria-label={`Hand in ${project.title}`} noValidate>
      {draft.restored && <DraftRestored onDiscard={() => (setPieces(blank), draft.discard())} />}
      {pieces.map((piece, position) => (
        <PieceFields
          key={piece.key}
          piece={piece}
          faults={Object.fromEntries(['url', 'title', 'text', 'fileId'].map((field) => [field, faults[`items.${position}.${field}`]]))}
          onChange={(to) => change(piece.key, () => to)}
          onRemove={() => setPieces((all) => all.filter(({ key }) => key !== piece.key))}
        />
      ))}
      {pieces.length < MOST_ITEMS && (
        <>
          <div className="row wrap">
            <Button variant="default" leftSection={<AddIcon />} onClick={() => add(newLink())}>
              Add a link
            </Button>
            <Button variant="default" leftSection={<AddIcon />} onClick={() => add(newText())}>
              Add a text
            </Button>
          </div>
          <FileDrop onFiles={send} />
        </>
      )}
      {(faults.items !== undefined || submit.error) && (
        <p className="sm risk" role="alert">
          {faults.items ?? notSaved(submit.error!)}
        </p>
      )}
      <div className="row wrap">
        <Button type="submit" loading={submit.isPending} disabled={isSending}>
          {isSending ? 'Sending files' : before ? `Hand in version ${before.number + 1}` : 'Hand in'}
        </Button>
        <Button variant="subtle" onClick={onClose}>
          Leave it
        </Button>
      </div>
    </form>
  );
}

/** A link nobody filled in yet makes room for a file. */
const isBlank = (piece: DraftPiece) => piece.kind === 'link' && piece.url === '' && piece.title === '';

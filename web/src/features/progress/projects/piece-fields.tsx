import { ActionIcon, Progress, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Choice } from '../../../ui/choice';
import { CheckIcon, DeleteIcon } from '../../../ui/icons';
import { Markdown } from '../../../ui/markdown';
import type { DraftPiece } from './draft-piece';
import classes from './evidence.module.css';
import { fileSize } from './file-size';

interface Props {
  piece: DraftPiece;
  /** By the name of the field. */
  faults: Partial<Record<'url' | 'title' | 'text' | 'fileId', string | undefined>>;
  onChange: (piece: DraftPiece) => void;
  onRemove: () => void;
}

const NAMES = { link: 'Link', text: 'Text', file: 'File' } as const;

/** One thing of a submission, to be filled in or taken out again. */
export function PieceFields({ piece, faults, onChange, onRemove }: Props) {
  return (
    <fieldset className={classes.piece}>
      <legend className="vh">{NAMES[piece.kind]}</legend>
      {piece.kind === 'link' && (
        <div className="stack" style={{ '--gap': '12px' } as React.CSSProperties}>
          <TextInput
            label="Link"
            type="url"
            placeholder="https://"
            value={piece.url}
            onChange={({ currentTarget }) => onChange({ ...piece, url: currentTarget.value })}
            error={faults.url}
          />
          <TextInput
            label="What it shows"
            description="Optional"
            value={piece.title}
            onChange={({ currentTarget }) => onChange({ ...piece, title: currentTarget.value })}
            error={faults.title}
          />
        </div>
      )}
      {piece.kind === 'text' && <TextField value={piece.text} fault={faults.text} onChange={(text) => onChange({ ...piece, text })} />}
      {piece.kind === 'file' && <FileState piece={piece} fault={faults.fileId} />}
      <ActionIcon size={44} aria-label={`Take out: ${piece.kind === 'file' ? piece.name : NAMES[piece.kind].toLowerCase()}`} onClick={onRemove}>
        <DeleteIcon />
      </ActionIcon>
    </fieldset>
  );
}

function TextField({ value, fault, onChange }: { value: string; fault: string | undefined; onChange: (text: string) => void }) {
  const [view, setView] = useState<'write' | 'preview'>('write');
  return (
    <div className="stack" style={{ '--gap': '8px' } as React.CSSProperties}>
      <Choice
        label="Text"
        value={view}
        options={[
          { value: 'write', label: 'Write' },
          { value: 'preview', label: 'Preview' },
        ]}
        onChange={setView}
      />
      {view === 'write' ? (
        <Textarea
          label="Text"
          description="Markdown works"
          autosize
          minRows={5}
          maxRows={20}
          value={value}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
          error={fault}
        />
      ) : (
        <div className={classes.preview}>{value.trim() === '' ? <p className="soft">Nothing written yet.</p> : <Markdown>{value}</Markdown>}</div>
      )}
    </div>
  );
}

function FileState({ piece: { name, share, file, fault }, fault: missing }: { piece: Extract<DraftPiece, { kind: 'file' }>; fault: string | undefined }) {
  const told = fault ?? (missing === undefined ? undefined : 'This file is not here yet. Wait for it, or take it out.');
  return (
    <div className="stack" style={{ '--gap': '8px' } as React.CSSProperties}>
      <div className="row">
        <b className="b" style={{ overflowWrap: 'anywhere' }}>
          {file?.name ?? name}
        </b>
        {file && <span className="sm soft num nowrap">{fileSize(file.bytes)}</span>}
        {file && (
          <span className="row sm ready nowrap">
            <CheckIcon size="s" /> Here
          </span>
        )}
      </div>
      {!file && fault === undefined && <Progress value={share * 100} aria-label={`Sending ${name}`} />}
      {told !== undefined && !file && (
        <p className="field-fault" role="alert">
          {told}
        </p>
      )}
    </div>
  );
}

import { Button, FileButton, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Enrollment } from '@server/enrollments/enrollments.contract';
import { messageOf } from '../../../ui/failed';
import { counted } from '../../../ui/format';
import { DownloadIcon } from '../../../ui/icons';
import { saveFile } from '../../../ui/save-file';
import { Section } from '../../../ui/section';
import { toast, toastFault } from '../../../ui/toast-store';
import { notSaved } from '../../../api/refusal';
import { levelQuery } from '../../curriculum/curriculum-queries';
import { exampleTable } from './example-table';
import { ImportCheck } from './import-check';
import classes from './import.module.css';
import { useCheckTable, useImportTable, useUndoImport } from './import-queries';

const asBytes = (text: string) => new TextEncoder().encode(text);

/** A table that is pasted or chosen: checked row by row, then logged as a whole, with a way back. */
export function ImportTable({ enrollment: { id, level, today } }: { enrollment: Enrollment }) {
  const { data: content } = useQuery(levelQuery(level.id));
  const [text, setText] = useState('');
  /** What was checked: its bytes, and the name of its file. */
  const [table, setTable] = useState<{ bytes: Uint8Array<ArrayBuffer>; name: string | null }>();
  const check = useCheckTable(id);
  const bring = useImportTable(id);
  const undo = useUndoImport(id);
  // So that the same file can be chosen again, once it is mended.
  const forget = useRef<() => void>(null);

  const look = (bytes: Uint8Array<ArrayBuffer>, name: string | null) => {
    setTable({ bytes, name });
    bring.reset();
    check.mutate(bytes);
  };
  const choose = (file: File | null) => {
    forget.current?.();
    if (file) void file.arrayBuffer().then((buffer) => look(new Uint8Array(buffer), file.name));
  };
  const leave = () => {
    setTable(undefined);
    check.reset();
    bring.reset();
  };
  const log = ({ bytes }: { bytes: Uint8Array<ArrayBuffer> }) =>
    bring.mutate(bytes, {
      onSuccess: ({ id: importId, added }) => {
        leave();
        setText('');
        const back = importId ? () => undo.mutateAsync(importId).catch((error: Error) => toastFault(notSaved(error))) : undefined;
        toast(`${counted(added, 'entry', 'entries')} logged`, back);
      },
    });
  const example = content && exampleTable(content, today);
  const fault = bring.error ?? check.error;
  return (
    <Section
      bare
      title="Paste or choose a table"
      lead="A line a stretch of study: date, minutes, and if you like skill, note, kind and how it went. From a spreadsheet it can be pasted as it is."
    >
      <form
        aria-label="Past days"
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim()) look(asBytes(text), null);
        }}
      >
        <Textarea
          label="Your past days"
          classNames={{ input: classes.text ?? '' }}
          placeholder={example?.replace(/^.*\n/, '')}
          autosize
          minRows={4}
          maxRows={14}
          spellCheck={false}
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
        <div className={classes.acts}>
          <Button type="submit" disabled={!text.trim()} loading={check.isPending && table?.name === null}>
            Check these lines
          </Button>
          <FileButton accept=".csv,.tsv,.txt,text/csv" resetRef={forget} onChange={choose}>
            {(props) => (
              <Button {...props} variant="default" loading={check.isPending && table?.name !== null}>
                Choose a file
              </Button>
            )}
          </FileButton>
          {example && (
            <Button
              variant="subtle"
              leftSection={<DownloadIcon size="s" />}
              onClick={() => saveFile({ name: 'study-log.csv', type: 'text/csv', bytes: asBytes(`${example}\n`) })}
            >
              A table to start from
            </Button>
          )}
        </div>
      </form>
      {fault && (
        <p className="sm risk" role="alert">
          {bring.error ? notSaved(fault) : messageOf(fault)}
        </p>
      )}
      {table && check.data && (
        <ImportCheck outcome={check.data} name={table.name} level={content} isPending={bring.isPending} onImport={() => log(table)} onLeave={leave} />
      )}
    </Section>
  );
}

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
import { useUndoImport } from './import-queries';
import { useTableCheck } from './use-table-check';

const asBytes = (text: string) => new TextEncoder().encode(text);

/** A table that is pasted or chosen: checked row by row, then logged as a whole, with a way back. */
export function ImportTable({ enrollment: { id, level, today } }: { enrollment: Enrollment }) {
  const { data: content } = useQuery(levelQuery(level.id));
  const [text, setText] = useState('');
  const check = useTableCheck(id);
  const undo = useUndoImport(id);
  // So that the same file can be chosen again, once it is fixed.
  const forget = useRef<() => void>(null);

  const { table } = check;
  const choose = (file: File | null) => {
    forget.current?.();
    if (file) void file.arrayBuffer().then((buffer) => check.choose(new Uint8Array(buffer), file.name));
  };
  const log = () =>
    check.log(({ id: importId, added }) => {
      check.leave();
      setText('');
      const back = importId ? () => undo.mutateAsync(importId).catch((error: Error) => toastFault(notSaved(error))) : undefined;
      toast(`${counted(added, 'entry', 'entries')} logged`, back);
    });
  const example = content && exampleTable(content, today);
  return (
    <Section
      bare
      title="Paste or choose a table"
      lead="Choose an export from Toggl, Clockify, Kimai, Forest or a spreadsheet. Or paste rows: date and minutes, then skill and note if you like."
    >
      <form
        aria-label="Past days"
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim()) check.choose(asBytes(text), null);
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
          <Button type="submit" disabled={!text.trim()} loading={check.isChecking && table?.name === null}>
            Check these lines
          </Button>
          <FileButton accept=".csv,.tsv,.txt,text/csv" resetRef={forget} onChange={choose}>
            {(props) => (
              <Button {...props} variant="default" loading={check.isChecking && table !== undefined && table.name !== null}>
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
      {check.fault && (
        <p className="sm risk" role="alert">
          {check.isNotSaved ? notSaved(check.fault) : messageOf(check.fault)}
        </p>
      )}
      {table?.outcome && (
        <ImportCheck
          outcome={table.outcome}
          mapping={table.mapping}
          name={table.name}
          isKept={table.isKept}
          level={content}
          isChecking={check.isChecking}
          isLogging={check.isLogging}
          onChange={check.change}
          onConfirm={check.confirm}
          onImport={log}
          onLeave={check.leave}
        />
      )}
    </Section>
  );
}

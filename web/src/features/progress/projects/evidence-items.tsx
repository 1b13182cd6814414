import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { EvidenceFile } from '@server/progress/evidence/evidence-files.contract';
import type { EvidenceItem } from '@server/progress/evidence/evidence.contract';
import type { FileAnswer } from '@server/platform/http/endpoint.contract';
import { messageOf } from '../../../ui/failed';
import { DownloadIcon, ExternalIcon } from '../../../ui/icons';
import { Markdown } from '../../../ui/markdown';
import { toastFault } from '../../../ui/toast-store';
import { fileQuery } from './evidence-queries';
import classes from './evidence.module.css';
import { fileSize } from './file-size';

/** What a submission shows: links to follow, texts to read, files to look at or save. */
export function EvidenceItems({ enrollmentId, items }: { enrollmentId: string; items: readonly EvidenceItem[] }) {
  return (
    <ul className={classes.items}>
      {items.map((item, position) => (
        <li key={position}>
          {item.kind === 'link' && (
            <a href={item.url} target="_blank" rel="noopener noreferrer nofollow" className={classes.link}>
              <ExternalIcon size="s" />
              <span className="grow">{item.title || item.url.replace(/^https?:\/\//, '')}</span>
            </a>
          )}
          {item.kind === 'text' && <Markdown>{item.text}</Markdown>}
          {item.kind === 'file' && <FileShown enrollmentId={enrollmentId} file={item.file} />}
        </li>
      ))}
    </ul>
  );
}

function FileShown({ enrollmentId, file }: { enrollmentId: string; file: EvidenceFile }) {
  const queries = useQueryClient();
  const save = () =>
    queries.fetchQuery(fileQuery(enrollmentId, file.id)).then(
      (answer) => saveAs(file.name, answer),
      (error: unknown) => toastFault(`${file.name} could not be saved. ${messageOf(error)}`),
    );
  return (
    <div className="stack" style={{ '--gap': '8px' } as React.CSSProperties}>
      {file.type.startsWith('image/') && <Picture enrollmentId={enrollmentId} file={file} />}
      <Button
        variant="default"
        className={classes.file ?? ''}
        leftSection={<DownloadIcon />}
        onClick={() => void save()}
        aria-label={`Save ${file.name}, ${fileSize(file.bytes)}`}
      >
        <span className={classes.fileName}>{file.name}</span>
        <span className="sm soft num nowrap">{fileSize(file.bytes)}</span>
      </Button>
    </div>
  );
}

/** Behind sign-in, so it comes as bytes and not by its address. */
function Picture({ enrollmentId, file }: { enrollmentId: string; file: EvidenceFile }) {
  const { data } = useQuery(fileQuery(enrollmentId, file.id));
  const address = useMemo(() => data && URL.createObjectURL(asBlob(data)), [data]);
  useEffect(() => () => (address === undefined ? undefined : URL.revokeObjectURL(address)), [address]);
  return <div className={classes.picture}>{address !== undefined && <img src={address} alt={file.name} />}</div>;
}

const asBlob = ({ bytes, type }: FileAnswer) => new Blob([bytes as Uint8Array<ArrayBuffer>], { type });

function saveAs(name: string, answer: FileAnswer): void {
  const address = URL.createObjectURL(asBlob(answer));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken it over once this turn is done.
  setTimeout(() => URL.revokeObjectURL(address), 0);
}

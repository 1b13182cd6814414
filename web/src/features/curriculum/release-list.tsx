import { ActionIcon, Menu } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { readRelease, type ReleaseRow } from '@server/curriculum/curriculum.contract';
import { call } from '../../api/call';
import { messageOf } from '../../ui/failed';
import { dateInFull } from '../../ui/format';
import { DownloadIcon } from '../../ui/icons';
import { QueryRegion } from '../../ui/query-region';
import { toastFault } from '../../ui/toast-store';
import { Changes } from './changes';
import { releaseQuery, releasesQuery } from './curriculum-queries';
import classes from './release-list.module.css';

/** Every release of a certification, the newest first: when, by whom, what it changed, and the file. */
export function ReleaseList({ slug, title }: { slug: string; title: string }) {
  const releases = useQuery(releasesQuery(slug));
  return (
    <QueryRegion query={releases} what="Releases">
      {({ items }) => (
        <ol className={classes.releases} aria-label={`Releases of ${title}`}>
          {items.map((release) => (
            <ReleasePart key={release.number} slug={slug} release={release} />
          ))}
        </ol>
      )}
    </QueryRegion>
  );
}

function ReleasePart({ slug, release: { number, publishedAt, publishedBy } }: { slug: string; release: ReleaseRow }) {
  const [isOpen, setOpen] = useState(false);
  const query = useQuery({ ...releaseQuery(slug, number), enabled: isOpen });
  return (
    <li>
      <div className={classes.line}>
        <b className="b num">Release {number}</b>
        <span className="soft grow">
          {dateInFull(publishedAt.slice(0, 10))}, {publishedBy ? `by ${publishedBy.name}` : 'came with Daymark'}
        </span>
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon aria-label={`Download release ${number}`}>
              <DownloadIcon />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => void download(slug, number, 'yaml')}>As YAML</Menu.Item>
            <Menu.Item onClick={() => void download(slug, number, 'json')}>As JSON</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </div>
      {number > 1 && (
        <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
          <summary>What it changed</summary>
          {isOpen && (
            <QueryRegion query={query} what="What it changed">
              {({ changes }) => <Changes changes={changes} />}
            </QueryRegion>
          )}
        </details>
      )}
    </li>
  );
}

/** The release as a file of its own name, to import elsewhere. */
async function download(slug: string, number: number, format: 'yaml' | 'json'): Promise<void> {
  try {
    const { text } = await call(readRelease, { params: { slug, number }, query: { format } });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type: `application/${format}` }));
    link.download = `${slug}-${number}.${format}`;
    link.click();
    URL.revokeObjectURL(link.href);
  } catch (error) {
    toastFault(messageOf(error as Error));
  }
}

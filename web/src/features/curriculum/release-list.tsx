import { ActionIcon, Menu, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { readRelease, type ReleaseRow } from '@server/curriculum/curriculum.contract';
import { call } from '../../api/call';
import { messageOf } from '../../ui/failed';
import { dateInFull, dateOf } from '../../ui/format';
import { DownloadIcon } from '../../ui/icons';
import { QueryRegion } from '../../ui/query-region';
import { toastFault } from '../../ui/toast-store';
import { Changes } from './changes';
import { releaseQuery, releasesQuery } from './curriculum-queries';
import { PersonName } from '../../ui/person-name';
import classes from './release-list.module.css';

/** Every release of a certification, the newest first: when, by whom, what it changed, and the file. */
export function ReleaseList({ slug, title }: { slug: string; title: string }) {
  const releases = useQuery(releasesQuery(slug));
  return (
    <QueryRegion query={releases} what="Releases">
      {({ items }) => (
        <ol className={classes.releases} aria-label={`Releases of ${title}`}>
          {items.map((release) => (
            <ReleasePart
              key={release.number}
              slug={slug}
              release={release}
              others={items.map(({ number }) => number).filter((number) => number !== release.number)}
            />
          ))}
        </ol>
      )}
    </QueryRegion>
  );
}

interface PartProps {
  slug: string;
  release: ReleaseRow;
  /** Numbers of the releases it can be compared with. */
  others: readonly number[];
}

function ReleasePart({ slug, release: { number, publishedAt, publishedBy }, others }: PartProps) {
  const [isOpen, setOpen] = useState(false);
  const [since, setSince] = useState(number - 1);
  const query = useQuery({ ...releaseQuery(slug, number, since), enabled: isOpen });
  return (
    <li>
      <div className={classes.line}>
        <b className="b num">Release {number}</b>
        <span className="soft grow">
          {dateInFull(dateOf(publishedAt))},{' '}
          {publishedBy ? (
            <>
              by <PersonName>{publishedBy.name}</PersonName>
            </>
          ) : (
            'came with Daymark'
          )}
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
          {isOpen && others.length > 1 && (
            <NativeSelect
              label="Compared with"
              value={since}
              onChange={({ currentTarget }) => setSince(Number(currentTarget.value))}
              data={others.map((other) => ({ value: String(other), label: `Release ${other}` }))}
              maw={220}
              mb={12}
            />
          )}
          {isOpen && (
            <QueryRegion query={query} what="What it changed">
              {({ changes }) => (changes.length === 0 ? <p className="sm soft">Nothing: they hold the same.</p> : <Changes changes={changes} />)}
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

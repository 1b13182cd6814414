import { Button } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { saveDraft, tagOf, type DraftSave } from '@server/curriculum/drafts/draft.contract';
import { call } from '../../../api/call';
import { messageOf } from '../../../ui/failed';
import { clockTime, counted, readerZone, whenOf } from '../../../ui/format';
import { PageHead } from '../../../ui/page-head';
import { QueryRegion } from '../../../ui/query-region';
import { toast, toastFault } from '../../../ui/toast-store';
import { Changes } from '../changes';
import classes from '../release-list.module.css';
import { draftQuery, saveQuery, savesQuery } from './draft-queries';
import { sessionsOf, type Session } from './save-sessions';

const HOW: Record<DraftSave['how'], string> = {
  opened: 'opened',
  edited: 'edited',
  imported: 'taken from a file',
  restored: 'brought back',
  merged: 'two works brought together',
  followed: 'a release brought in',
  'set-aside': 'came too late, kept beside the draft',
};

/** Every save of a draft by stretches of work: by whom, when, how it differs from now, and back to it. */
export default function SavesPage() {
  const { slug = '' } = useParams({ strict: false });
  const saves = useInfiniteQuery(savesQuery(slug));
  const draft = useQuery(draftQuery(slug));
  return (
    <>
      <PageHead
        title="History of the draft"
        crumb={{ to: `/curriculum/${slug}`, title: draft.data?.title ?? 'Draft', here: 'History' }}
        lead="Every save is kept; what one person did without a long pause stands together"
      />
      <QueryRegion query={saves} what="The history">
        {({ pages }) => {
          const all = pages.flatMap(({ items }) => items);
          const now = all.find(({ how }) => how !== 'set-aside')?.revision ?? null;
          return (
            <ol className={classes.releases} aria-label="Saves">
              {sessionsOf(all).map((session) => (
                <SessionPart key={session.saves[0].id} slug={slug} session={session} now={now} />
              ))}
            </ol>
          );
        }}
      </QueryRegion>
      {saves.hasNextPage && (
        <Button variant="default" mt={16} loading={saves.isFetchingNextPage} onClick={() => void saves.fetchNextPage()}>
          Show older
        </Button>
      )}
    </>
  );
}

interface SessionProps {
  slug: string;
  session: Session;
  /** The revision of the draft as it stands. */
  now: number | null;
}

function SessionPart({ slug, session: { saves }, now }: SessionProps) {
  const [newest, ...rest] = saves;
  const first = rest.at(-1) ?? newest;
  const times = rest.length > 0 ? `, in ${counted(saves.length, 'save')} from ${clockTime(first.savedAt)}` : '';
  const [isOpen, setOpen] = useState(false);
  return (
    <li>
      <SaveLine slug={slug} save={newest} now={now} words={`${whenOf(newest.savedAt)}, ${said(newest)}${times}`} />
      {rest.length > 0 && (
        <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
          <summary>{counted(rest.length, 'save')} before it</summary>
          {isOpen && (
            <ol className={classes.inner}>
              {rest.map((save) => (
                <li key={save.id}>
                  <SaveLine slug={slug} save={save} now={now} words={`at ${toTheSecond(save.savedAt)}`} />
                </li>
              ))}
            </ol>
          )}
        </details>
      )}
    </li>
  );
}

const said = ({ how, savedBy }: DraftSave) => `${HOW[how]}${savedBy ? ` by ${savedBy.name}` : ''}`;
const toTheSecond = (instant: string) => new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium', timeZone: readerZone() }).format(new Date(instant));

function SaveLine({ slug, save, now, words }: { slug: string; save: DraftSave; now: number | null; words: string }) {
  const [isOpen, setOpen] = useState(false);
  const { revision, how, savedBy } = save;
  const isAside = how === 'set-aside';
  const name = nameOf(save);
  const query = useQuery({ ...saveQuery(slug, name), enabled: isOpen });
  const restore = useRestore(slug, name);
  const isNow = !isAside && revision === now;
  return (
    <>
      <div className={classes.line}>
        <b className="b num">{isAside ? 'Aside' : revision}</b>
        <span className="soft grow">{words}</span>
        {isNow || now === null ? (
          <span className="sm soft">As it is now</span>
        ) : (
          <Button
            variant="default"
            size="sm"
            loading={restore.isPending}
            onClick={() => restore.mutate(now)}
            aria-label={isAside ? `Restore the version by ${savedBy?.name ?? 'somebody'}, set aside` : `Restore save ${revision}`}
          >
            Restore
          </Button>
        )}
      </div>
      {!isNow && (
        <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
          <summary>What was done since</summary>
          {isOpen && (
            <QueryRegion query={query} what="What was done since">
              {({ changes }) => (changes.length === 0 ? <p className="sm soft">Nothing: it is the same.</p> : <Changes changes={changes} />)}
            </QueryRegion>
          )}
        </details>
      )}
    </>
  );
}

/** Under what the server knows a save: its revision, and of one beside the main line its id. */
const nameOf = ({ id, revision, how }: DraftSave) => (how === 'set-aside' ? id : revision);

function useRestore(slug: string, revision: number | string) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: async (now: number) => {
      const { document } = await queries.fetchQuery(saveQuery(slug, revision));
      return call(saveDraft, { params: { slug }, headers: { 'if-match': tagOf(now) }, body: { document, how: 'restored' } });
    },
    onSuccess: async () => {
      await Promise.all(['drafts', 'edited-draft'].map((key) => queries.invalidateQueries({ queryKey: [key, slug] })));
      toast(`Save ${revision} is the draft again`);
      await navigate({ to: '/curriculum/$slug', params: { slug } });
    },
    onError: (error) => toastFault(messageOf(error)),
  });
}

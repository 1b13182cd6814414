import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { saveDraft, tagOf, type DraftSave } from '@server/curriculum/drafts/draft.contract';
import { call } from '../../../api/call';
import { messageOf } from '../../../ui/failed';
import { whenOf } from '../../../ui/format';
import { PageHead } from '../../../ui/page-head';
import { QueryRegion } from '../../../ui/query-region';
import { toast, toastFault } from '../../../ui/toast-store';
import { Changes } from '../changes';
import classes from '../release-list.module.css';
import { draftQuery, saveQuery, savesQuery } from './draft-queries';

const HOW: Record<DraftSave['how'], string> = {
  opened: 'opened',
  edited: 'edited',
  imported: 'taken from a file',
  restored: 'brought back',
  merged: 'two works brought together',
  followed: 'a release brought in',
  'set-aside': 'came too late, kept beside the draft',
};

/** Every save of a draft: by whom, when, how it differs from now, and back to it. */
export default function SavesPage() {
  const { slug = '' } = useParams({ strict: false });
  const saves = useQuery(savesQuery(slug));
  const draft = useQuery(draftQuery(slug));
  return (
    <>
      <PageHead
        title="History of the draft"
        crumb={{ to: `/curriculum/${slug}`, title: draft.data?.title ?? 'Draft', here: 'History' }}
        lead="Every save is kept"
      />
      <QueryRegion query={saves} what="The history">
        {({ items }) => (
          <ol className={classes.releases} aria-label="Saves">
            {items.map((save, index) => (
              <Save key={save.revision} slug={slug} save={save} revision={index === 0 ? null : (items[0]?.revision ?? null)} />
            ))}
          </ol>
        )}
      </QueryRegion>
    </>
  );
}

/** @param revision of the draft now; null for the save that is the draft now */
function Save({ slug, save, revision }: { slug: string; save: DraftSave; revision: number | null }) {
  const [isOpen, setOpen] = useState(false);
  const query = useQuery({ ...saveQuery(slug, save.revision), enabled: isOpen });
  const restore = useRestore(slug, save.revision);
  return (
    <li>
      <div className={classes.line}>
        <b className="b num">{save.revision}</b>
        <span className="soft grow">
          {whenOf(save.savedAt)}, {HOW[save.how]}
          {save.savedBy ? ` by ${save.savedBy.name}` : ''}
        </span>
        {revision === null ? (
          <span className="sm soft">As it is now</span>
        ) : (
          <Button variant="default" size="sm" loading={restore.isPending} onClick={() => restore.mutate(revision)}>
            Bring it back
          </Button>
        )}
      </div>
      {revision !== null && (
        <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
          <summary>What was done since</summary>
          {isOpen && (
            <QueryRegion query={query} what="What was done since">
              {({ changes }) => (changes.length === 0 ? <p className="sm soft">Nothing: it is the same.</p> : <Changes changes={changes} />)}
            </QueryRegion>
          )}
        </details>
      )}
    </li>
  );
}

function useRestore(slug: string, revision: number) {
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

import { Button } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { freeSlug } from '@server/curriculum/slug.contract';
import type { Draft } from '@server/curriculum/drafts/draft.contract';
import { Refusal } from '../../../api/refusal';
import { ButtonLink } from '../../../ui/button-link';
import { Empty } from '../../../ui/empty';
import { messageOf } from '../../../ui/failed';
import { PageHead } from '../../../ui/page-head';
import { QueryRegion } from '../../../ui/query-region';
import { toastFault } from '../../../ui/toast-store';
import { inOrder } from './about-levels';
import { BeforePublishing } from './before-publishing';
import type { DraftEditor, EditorState } from './draft-editor';
import { editedDraftQuery, useOpenDraft } from './draft-queries';
import { EditorProvider, takenSlugs } from './editor-context';
import classes from './editor-page.module.css';
import { partOf } from './fault-place';
import { Leaving } from './leaving';
import { MergeView } from './merge-view';
import { PartTree } from './part-tree';
import { Sheet } from './sheet';
import { Toolbar, useUndo } from './toolbar';
import { useDraftEditor } from './use-draft-editor';
import { usePart, useTouched, useWanted } from './use-places';

/** Where a curriculum is written: its parts at the left, one of them in the middle, what is still to mend at the right. */
export default function EditorPage() {
  const { slug = '' } = useParams({ strict: false });
  const query = useQuery(editedDraftQuery(slug));
  if (query.error instanceof Refusal && query.error.problem.status === 404) return <NoDraft slug={slug} />;
  return (
    <QueryRegion query={query} what="The draft">
      {(draft) => <Editor key={draft.slug} draft={draft} />}
    </QueryRegion>
  );
}

/** An address of a draft that nobody began, or that was put away. */
function NoDraft({ slug }: { slug: string }) {
  const open = useOpenDraft();
  const queries = useQueryClient();
  const begin = async () => {
    try {
      await open.mutateAsync({ certification: slug });
      await queries.resetQueries({ queryKey: ['edited-draft', slug] });
    } catch (error) {
      toastFault(error instanceof Refusal && error.problem.status === 404 ? `There is no certification at ${slug}.` : messageOf(error));
    }
  };
  const action = (
    <div className="row wrap">
      <Button loading={open.isPending} onClick={() => void begin()}>
        Begin a draft
      </Button>
      <ButtonLink to="/curriculum" variant="default">
        All certifications
      </ButtonLink>
    </div>
  );
  return (
    <>
      <PageHead title="Draft" crumb={{ to: '/curriculum', title: 'Curriculum', here: slug }} />
      <Empty title="No draft is open here" action={action}>
        A draft begins as the current release, or as you left it when you put it away.
      </Empty>
    </>
  );
}

function Editor({ draft }: { draft: Draft }) {
  const { editor, state } = useDraftEditor(draft);
  const { part, level, go, context, show, jump, addLevel } = usePages(editor, state);
  const { undo, redo } = useUndo(editor, show);
  useHotkeys([
    ['mod+Z', undo],
    ['mod+shift+Z', redo],
  ]);
  useHotkeys([['mod+S', () => void editor.flush()]], []);
  return (
    <EditorProvider editor={context}>
      <Leaving editor={editor} state={state} />
      <Head state={state} />
      <Toolbar editor={editor} state={state} onShow={show} />
      <div className={classes.editor}>
        <PartTree state={state} part={part} onGo={go} onJump={context.want} onAddLevel={addLevel} />
        {state.saving.kind === 'stale' ? (
          <MergeView editor={editor} state={state} />
        ) : (
          <section className={classes.sheet} aria-label="What is edited">
            <Sheet part={part} levelIndex={level} draft={draft} onGo={go} onAddLevel={addLevel} />
            <p className={classes.markdown}>Fields marked Markdown take **bold**, lists that begin with a dash, and [links](https://…).</p>
          </section>
        )}
        <BeforePublishing state={state} part={part} onJump={jump} />
      </div>
    </EditorProvider>
  );
}

/** The parts as pages: which is open, and the ways to a place in any of them. */
function usePages(editor: DraftEditor, state: EditorState) {
  const { isTouched, touch, untouch } = useTouched();
  const { wanted, want } = useWanted();
  const [aliases] = useState(() => new Map<string, string>());
  const [{ part, level }, setPart] = usePart(state);
  const { document, known } = state;
  const { levels } = document;
  const show = (path: string, isFocus = false) => {
    setPart(partOf(editor.state().document, path));
    want(path, isFocus);
  };
  const jump = (path: string) => {
    touch(...known.faults.map((fault) => fault.path));
    show(path, true);
  };
  useAddressed(jump);
  const addLevel = () => {
    const slug = freeSlug('new level', takenSlugs(levels));
    const place = `levels.${levels.length}`;
    untouch(place);
    editor.edit('levels +', { ...document, levels: inOrder([...levels, { slug, optional: false, skills: [], basis: 'estimate' }]) });
    setPart(`level ${slug}`, levels.length);
    want(`${place}.title`);
  };
  const edit = (key: string, next: EditorState['document']) => editor.edit(key, next);
  const adjust = (next: EditorState['document']) => editor.adjust(next);
  const takeBack = (outcome: EditorState['document']) => editor.takeBack(outcome);
  const context = { ...state, edit, adjust, takeBack, isTouched, touch, untouch, wanted, want, aliases };
  return { part, level, go: (next: string) => setPart(next), context, show: (path: string) => show(path), jump, addLevel };
}

/** `?at=`: the place that a link from elsewhere leads to. */
function useAddressed(jump: (path: string) => void) {
  const { at } = useSearch({ strict: false });
  const seen = useRef<string>(undefined);
  useEffect(() => {
    if (at === undefined || at === seen.current) return;
    seen.current = at;
    jump(at);
  }, [at, jump]);
}

function Head({ state: { known, document } }: { state: EditorState }) {
  const { slug, release } = known;
  const name = document.title || 'New certification';
  return (
    <PageHead
      title={release === null ? name : `Draft of release ${release + 1}`}
      name={release === null ? name : `${name}, draft of release ${release + 1}`}
      crumb={{
        to: '/curriculum',
        title: 'Curriculum',
        here: release === null ? 'Not published yet' : `${document.title || slug}, release ${release} is live`,
      }}
      lead="What has a star a release must have; all else may follow later."
    />
  );
}

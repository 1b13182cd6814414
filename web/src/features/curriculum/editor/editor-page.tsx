import { Button } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { freeSlug } from '@server/curriculum/slug.contract';
import type { Draft } from '@server/curriculum/drafts/draft.contract';
import { ButtonLink } from '../../../ui/button-link';
import { UndoIcon } from '../../../ui/icons';
import { PageHead } from '../../../ui/page-head';
import { QueryRegion } from '../../../ui/query-region';
import { certificationQuery } from '../curriculum-queries';
import { AboutLevels, inOrder } from './about-levels';
import { BeforePublishing } from './before-publishing';
import type { EditorState } from './draft-editor';
import { editedDraftQuery } from './draft-queries';
import { EditorProvider, takenSlugs } from './editor-context';
import classes from './editor-page.module.css';
import { partOf } from './fault-place';
import { LevelPart } from './level-part';
import { MergeView } from './merge-view';
import { PartTree } from './part-tree';
import { AboutPart, NextPart, PathsPart, ProvidersPart, QuestionsPart, RolesPart } from './program-parts';
import { SavingState } from './saving-state';
import { useDraftEditor, useTouched, useWanted } from './use-draft-editor';

/** Where a curriculum is written: its parts at the left, one of them in the middle, what is still to mend at the right. */
export default function EditorPage() {
  const { slug = '' } = useParams({ strict: false });
  const query = useQuery(editedDraftQuery(slug));
  return (
    <QueryRegion query={query} what="The draft">
      {(draft) => <Editor draft={draft} />}
    </QueryRegion>
  );
}

function Editor({ draft }: { draft: Draft }) {
  const { editor, state } = useDraftEditor(draft);
  const { isTouched, touch, touchAll } = useTouched();
  const { wanted, want } = useWanted();
  const [aliases] = useState(() => new Map<string, string>());
  const [index, setPart] = usePart(state);
  useHotkeys([
    ['mod+Z', () => editor.undo()],
    ['mod+shift+Z', () => editor.redo()],
  ]);
  useHotkeys([['mod+S', () => void editor.flush()]], []);

  const edit = (key: string, document: EditorState['document']) => editor.edit(key, document);
  const { levels } = state.document;
  const addLevel = () => {
    const slug = freeSlug('new level', takenSlugs(levels));
    edit('levels +', { ...state.document, levels: inOrder([...levels, { slug, optional: false, skills: [], basis: 'estimate' }]) });
    setPart(`level ${slug}`, levels.length);
  };
  const jump = (path: string) => {
    setPart(partOf(state.document, path));
    touchAll();
    want(path);
  };
  const isStale = state.saving.kind === 'stale';
  return (
    <EditorProvider editor={{ ...state, edit, isTouched, touch, wanted, aliases }}>
      <Head state={state} onUndo={() => editor.undo()} onReview={() => editor.flush()} />
      <div className={classes.editor}>
        <PartTree state={state} part={index.part} onGo={(part) => setPart(part)} onAddLevel={addLevel} />
        {isStale ? (
          <MergeView editor={editor} state={state} />
        ) : (
          <section className={classes.sheet} aria-label="What is edited">
            <Sheet part={index.part} levelIndex={index.level} draft={draft} onGo={(part) => setPart(part)} />
            <p className={classes.markdown}>Longer texts take Markdown: **bold**, lists that begin with a dash, [links](https://…).</p>
          </section>
        )}
        <BeforePublishing state={state} onJump={jump} />
      </div>
    </EditorProvider>
  );
}

/** Which part is open; a level is held by its place, since its slug follows its name while it is new. */
function usePart({ document }: EditorState) {
  const [at, setAt] = useState<{ part: string; level: number }>({ part: 'about', level: -1 });
  const levelOf = (part: string) => document.levels.findIndex(({ slug }) => `level ${slug}` === part);
  const go = (part: string, level = levelOf(part)) => setAt({ part, level });
  const open = document.levels[at.level];
  const part = at.level === -1 ? at.part : open ? `level ${open.slug}` : 'about';
  return [{ part, level: open ? at.level : -1 }, go] as const;
}

interface HeadProps {
  state: EditorState;
  onUndo: () => void;
  onReview: () => Promise<void>;
}

function Head({ state, onUndo, onReview }: HeadProps) {
  const { known, document, canUndo } = state;
  const { slug, release } = known;
  const navigate = useNavigate();
  const review = async () => {
    await onReview();
    await navigate({ to: '/curriculum/$slug/publish', params: { slug } });
  };
  return (
    <PageHead
      title={release === null ? document.title || 'New certification' : `Draft of release ${release + 1}`}
      crumb={{
        to: '/curriculum',
        title: release === null ? 'Curriculum' : document.title || slug,
        here: release === null ? 'Not published yet' : `Release ${release} is live`,
      }}
      aside={
        <>
          <SavingState state={state} />
          <ButtonLink to="/curriculum/$slug/saves" params={{ slug }} variant="subtle">
            History
          </ButtonLink>
          <Button variant="default" leftSection={<UndoIcon />} disabled={!canUndo} onClick={onUndo}>
            Undo
          </Button>
          <Button onClick={() => void review()}>Review and publish</Button>
        </>
      }
    />
  );
}

interface SheetProps {
  part: string;
  levelIndex: number;
  draft: Draft;
  onGo: (part: string) => void;
}

function Sheet({ part, levelIndex, draft, onGo }: SheetProps) {
  const { data: published } = useQuery({ ...certificationQuery(draft.slug), enabled: draft.release !== null });
  if (levelIndex >= 0) {
    const levelId = published?.levels.find(({ slug }) => `level ${slug}` === part)?.id;
    return <LevelPart key={levelIndex} index={levelIndex} levelId={levelId} />;
  }
  if (part === 'paths') return <Titled title="Learning paths" of={<PathsPart />} />;
  if (part === 'roles') return <Titled title="Job roles" of={<RolesPart />} />;
  if (part === 'next') return <Titled title="What comes after" of={<NextPart />} />;
  if (part === 'providers') return <Titled title="Providers" of={<ProvidersPart />} />;
  if (part === 'questions') return <Titled title="Questions" of={<QuestionsPart />} />;
  return (
    <Titled
      title="About"
      of={
        <div className="stack" style={{ '--gap': '28px' } as React.CSSProperties}>
          <AboutPart />
          <AboutLevels onGo={onGo} />
        </div>
      }
    />
  );
}

function Titled({ title, of }: { title: string; of: React.ReactNode }) {
  return (
    <>
      <h2 className={classes.title}>{title}</h2>
      {of}
    </>
  );
}

import { useQuery } from '@tanstack/react-query';
import type { Draft } from '@server/curriculum/drafts/draft.contract';
import { certificationQuery } from '../curriculum-queries';
import { AboutLevels } from './about-levels';
import classes from './editor-page.module.css';
import { LevelPart } from './level-part';
import { AboutPart } from './about-part';
import { NextPart, PathsPart, ProvidersPart, QuestionsPart, RolesPart } from './program-parts';

interface Props {
  part: string;
  levelIndex: number;
  draft: Draft;
  onGo: (part: string) => void;
  onAddLevel: () => void;
}

/** The part that is open. */
export function Sheet({ part, levelIndex, draft, onGo, onAddLevel }: Props) {
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
  const about = (
    <div className="stack" style={{ '--gap': '28px' } as React.CSSProperties}>
      <AboutPart />
      <AboutLevels onGo={onGo} onAdd={onAddLevel} />
    </div>
  );
  return <Titled title="About" of={about} />;
}

function Titled({ title, of }: { title: string; of: React.ReactNode }) {
  return (
    <>
      <h2 className={classes.title}>{title}</h2>
      {of}
    </>
  );
}

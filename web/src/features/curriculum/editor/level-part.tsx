import { Link } from '@tanstack/react-router';
import { Section } from '../../../ui/section';
import { ExternalIcon } from '../../../ui/icons';
import { Part, useEditor, useField, useTitleSlug } from './editor-context';
import { FigureField, LineField, NamesField, PickField, SwitchField, TextField } from './fields';
import { LineList } from './line-list';
import { MarkdownField } from './markdown-field';
import { sectionId } from './part-tree';
import { PlansPart } from './plans-part';
import { PrerequisitesPart } from './prerequisites-part';
import { ProjectsPart } from './projects-part';
import classes from './rows.module.css';
import { SkillsPart } from './skills-part';
import { StepFields } from './step-fields';
import { TimeField } from './time-field';

const BASES = [
  { value: 'published', label: 'Published by the program' },
  { value: 'estimate', label: 'Our estimate' },
];

interface Props {
  index: number;
  /** Of the level as it is published, where it is. */
  levelId: string | undefined;
}

/** One level on one sheet: about it, its skills, projects and plans, and what comes after; the list of parts leads to each. */
export function LevelPart({ index, levelId }: Props) {
  return (
    <Part path={`levels.${index}`}>
      <div className="stack" style={{ '--gap': '28px' } as React.CSSProperties}>
        <div id={sectionId('about')} tabIndex={-1} className={classes.anchor}>
          <About levelId={levelId} />
        </div>
        <div id={sectionId('skills')} tabIndex={-1} className={classes.anchor}>
          <SkillsPart />
          <div className={classes.two} style={{ marginTop: 12 }}>
            <PickField name="basis" label="Where weights come from" options={BASES} none="Not said" />
          </div>
        </div>
        <div id={sectionId('projects')} tabIndex={-1} className={classes.anchor}>
          <Section title="Projects">
            <ProjectsPart />
          </Section>
        </div>
        <div id={sectionId('plans')} tabIndex={-1} className={classes.anchor}>
          <Section title="Plans">
            <PlansPart />
          </Section>
        </div>
        <After />
        <Exam />
      </div>
    </Part>
  );
}

function After() {
  return (
    <div id={sectionId('after')} tabIndex={-1} className={classes.anchor}>
      <Section title="Mistakes and next steps">
        <div className="stack">
          <LineList name="mistakes" label="Where people slip" one="mistake" />
          <StepFields name="next.sameTrack" label="Next on the same track" />
          <StepFields name="next.crossTrack" label="Next on another track" />
          <StepFields name="next.leadership" label="Next towards leading" />
        </div>
      </Section>
    </div>
  );
}

function Exam() {
  return (
    <div id={sectionId('exam')} tabIndex={-1} className={classes.anchor}>
      <Section title="The exam" lead="Only what the program publishes; leave the rest empty.">
        <div className={classes.three}>
          <FigureField name="exam.passMarkPercent" label="Pass mark, percent" max={100} />
          <TimeField name="exam.minutes" label="Minutes" unit="minutes" />
        </div>
        <div style={{ marginTop: 12 }}>
          <TextField name="exam.format" label="Format" />
        </div>
      </Section>
    </div>
  );
}

function About({ levelId }: { levelId: string | undefined }) {
  const { value: title } = useField<string>('title');
  const { known } = useEditor();
  return (
    <div className="stack">
      <div className="row between wrap">
        <h2>{title || 'New level'}</h2>
        {levelId && (
          <Link to="/levels/$levelId" params={{ levelId }} target="_blank" className="row sm">
            <ExternalIcon size="s" />
            Release {known.release} as learners see it
          </Link>
        )}
      </div>
      <LineField name="title" label="Name" onBlur={useTitleSlug()} />
      <MarkdownField name="summary" label="What it is" />
      <MarkdownField name="validates" label="What it shows" hint="What somebody can do who has passed" />
      <div className={classes.two}>
        <NamesField name="audience" label="For whom" />
        <LineField name="track" label="How far along" hint="In a word: beginner, expert" />
      </div>
      <PrerequisitesPart />
      <div className={classes.three}>
        <FigureField name="typicalDays.min" label="Takes at least, days" />
        <FigureField name="typicalDays.max" label="At most, days" />
      </div>
      <SwitchField name="optional" label="Optional" hint="For a specific need, outside the usual order" />
    </div>
  );
}

import { useList, useTitleSlug } from './editor-context';
import { LineField, PicksField } from './fields';
import { LineList } from './line-list';
import { MarkdownField } from './markdown-field';
import { PartCards } from './part-cards';
import classes from './rows.module.css';
import { TimeField } from './time-field';

/** What is built on the way: what it shows, and when it is done. */
export function ProjectsPart() {
  const { items: skills } = useList<{ slug: string; title?: string }>('skills');
  const options = skills.map(({ slug, title }) => ({ value: slug, label: title ?? slug }));
  return (
    <PartCards list="projects" label="Projects" one="project" fresh={{ shows: [], acceptance: [] } as object}>
      {() => <Project options={options} />}
    </PartCards>
  );
}

function Project({ options }: { options: { value: string; label: string }[] }) {
  return (
    <>
      <LineField name="title" label="Name" onBlur={useTitleSlug()} />
      <MarkdownField name="description" label="What is built" />
      <div className={classes.two}>
        <PicksField name="shows" label="Skills it shows" options={options} />
        <TimeField name="effortMinutes" label="Hours" unit="hours" />
      </div>
      <LineList name="acceptance" label="Done when" one="criterion" />
    </>
  );
}

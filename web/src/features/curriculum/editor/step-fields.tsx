import { useEditor } from './editor-context';
import { LineField, PickField, TextField } from './fields';
import classes from './rows.module.css';

/** A way on: a level here, or something held elsewhere. Left empty, there is none. */
export function StepFields({ name, label }: { name: string; label: string }) {
  return (
    <fieldset id={name} tabIndex={-1}>
      <legend className="field-label">{label}</legend>
      <StepParts prefix={`${name}.`} label={label} />
    </fieldset>
  );
}

/** The fields of a way on, in the part one is in. */
export function StepParts({ prefix = '', label }: { prefix?: string; label: string }) {
  const { document } = useEditor();
  const levels = document.levels.map(({ slug, title }) => ({ value: slug, label: title ?? slug }));
  return (
    <div className="stack" style={{ '--gap': '8px' } as React.CSSProperties}>
      <div className={classes.two}>
        <LineField name={`${prefix}name`} label={`${label}: name`} bare placeholder="Name" />
        <PickField name={`${prefix}level`} label={`${label}: a level here`} bare options={levels} none="Not a level of this program" />
        <LineField name={`${prefix}link`} label={`${label}: web address`} bare placeholder="https://" />
      </div>
      <TextField name={`${prefix}summary`} label={`${label}: in words`} bare placeholder="In words" />
    </div>
  );
}

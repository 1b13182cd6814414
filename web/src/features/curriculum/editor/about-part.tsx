import { FigureField, LineField, NamesField, TextField } from './fields';
import { MarkdownField } from './markdown-field';
import classes from './rows.module.css';

/** What a program is, before its levels. */
export function AboutPart() {
  return (
    <div className="stack">
      <LineField name="title" label="Name" />
      <LineField name="host" label="Who runs it" />
      <MarkdownField name="summary" label="What it is" rows={3} />
      <MarkdownField name="assessment" label="How one is assessed" />
      <NamesField name="audience" label="For whom" />
      <NamesField name="technologies" label="Technologies it builds on" />
      <fieldset>
        <legend className="field-label">How long it is valid</legend>
        <div className={classes.three}>
          <FigureField name="validityMonths.min" label="At least, months" />
          <FigureField name="validityMonths.max" label="At most, months" />
        </div>
        <div style={{ marginTop: 12 }}>
          <TextField name="validityMonths.renewal" label="How it is renewed" />
        </div>
      </fieldset>
    </div>
  );
}

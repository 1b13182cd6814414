import { classNames } from '../../../ui/class-names';
import { faultAt, useEditor, usePartPath } from './editor-context';
import rows from './rows.module.css';

/** What is wrong with the fields of a row, below it: 'Weight: is missing'. @param names of the fields, by what they are called */
export function RowFaults({ names }: { names: Readonly<Record<string, string>> }) {
  const editor = useEditor();
  const part = usePartPath();
  const faults = Object.entries(names).flatMap(([name, words]) => {
    const fault = faultAt(editor, `${part}.${name}`);
    return fault ? [`${words}: ${fault.charAt(0).toLowerCase()}${fault.slice(1)}`] : [];
  });
  if (faults.length === 0) return null;
  return <p className={classNames('field-fault', rows.wide)}>{faults.join('. ')}</p>;
}

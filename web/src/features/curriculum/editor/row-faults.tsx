import { classNames } from '../../../ui/class-names';
import { useEditor, usePartPath } from './editor-context';
import rows from './rows.module.css';

/** What is wrong with the fields of a row, below it: 'Weight: is missing'. @param names of the fields, by what they are called */
export function RowFaults({ names }: { names: Readonly<Record<string, string>> }) {
  const { known, isTouched } = useEditor();
  const part = usePartPath();
  const faults = Object.entries(names).flatMap(([name, words]) => {
    const path = `${part}.${name}`;
    const fault = isTouched(path) && known.faults.find((each) => each.path === path);
    return fault ? [`${words}: ${fault.message.charAt(0).toLowerCase()}${fault.message.slice(1)}`] : [];
  });
  if (faults.length === 0) return null;
  return <p className={classNames('field-fault', rows.wide)}>{faults.join('. ')}</p>;
}

import { Button, Select } from '@mantine/core';
import { useState } from 'react';
import type { ColumnRole, StudyImportOutcome } from '@server/progress/imports/study-imports.contract';
import { ResponsiveTable } from '../../../ui/responsive-table';
import { counted } from '../../../ui/format';
import { ROLES, shownColumns, withRole } from './import-mapping';
import classes from './import.module.css';

interface Props {
  outcome: StudyImportOutcome;
  onChange: (columns: ColumnRole[]) => void;
}

/** The columns of the table that are imported or asked about, with examples and what each is read as. A button shows the others. */
export function ImportColumns({ outcome, onChange }: Props) {
  const [isAll, setAll] = useState(false);
  // A column that is no longer imported stays where it was, so that it can be changed back.
  const [seen, setSeen] = useState<readonly number[]>([]);
  const shown = new Set([...shownColumns(outcome), ...seen]);
  const columns = outcome.columns.map((column, place) => ({ ...column, place }));
  const rows = isAll || shown.size === 0 ? columns : columns.filter(({ place }) => shown.has(place));
  const change = (place: number, role: ColumnRole) => {
    setSeen([...shown]);
    onChange(withRole(outcome, place, role));
  };
  const more = columns.length - rows.length;
  return (
    <>
      <ResponsiveTable
        caption="Columns of this table"
        rows={rows}
        rowKey={({ place }) => String(place)}
        columns={[
          { key: 'name', head: 'Column', cell: ({ name }) => <span className={classes.cell}>{name}</span>, width: '24%' },
          { key: 'samples', head: 'Examples', cell: ({ samples }) => <span className={classes.cell}>{samples.join(' · ')}</span> },
          {
            key: 'role',
            head: 'Read as',
            width: '40%',
            cell: ({ place, name, role, reason }) => (
              <Select
                aria-label={`Read “${name}” as`}
                description={reason}
                inputWrapperOrder={['input', 'description']}
                data={ROLES}
                value={role}
                allowDeselect={false}
                onChange={(value) => value && change(place, value as ColumnRole)}
              />
            ),
          },
        ]}
      />
      {more > 0 && (
        <Button variant="subtle" mt="sm" onClick={() => setAll(true)}>
          Show {counted(more, 'more column')}
        </Button>
      )}
    </>
  );
}

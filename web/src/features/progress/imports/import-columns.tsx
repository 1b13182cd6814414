import { Select } from '@mantine/core';
import type { ColumnRole, StudyImportOutcome } from '@server/progress/imports/study-imports.contract';
import { ResponsiveTable } from '../../../ui/responsive-table';
import { ROLES, withRole } from './import-mapping';
import classes from './import.module.css';

interface Props {
  outcome: StudyImportOutcome;
  onChange: (columns: ColumnRole[]) => void;
}

/** Each column of the table with examples and what it is read as. */
export function ImportColumns({ outcome, onChange }: Props) {
  const rows = outcome.columns.map((column, place) => ({ ...column, place }));
  return (
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
              onChange={(value) => value && onChange(withRole(outcome, place, value as ColumnRole))}
            />
          ),
        },
      ]}
    />
  );
}

import type { ReactNode } from 'react';
import { classNames } from './class-names';
import classes from './responsive-table.module.css';

export interface Column<Row> {
  key: string;
  head: string;
  cell: (row: Row) => ReactNode;
  align?: 'start' | 'end';
  /** Share of the table's width: '15%'. */
  width?: string;
}

interface Props<Row> {
  /** What the table lists, for who cannot see it. */
  caption: string;
  /** The first names the row: it is its heading, and the title of its card on the phone. */
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
}

/** A table with hairlines; on the phone each row is a card with the same order of facts. */
export function ResponsiveTable<Row>({ caption, columns, rows, rowKey }: Props<Row>) {
  const [first, ...others] = columns;
  if (!first) return null;
  // Roles are spelt out: a browser forgets them once a table is laid out as cards.
  return (
    <table className={classes.table} role="table">
      <caption className="vh">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(({ key, head, align, width }) => (
            <th key={key} role="columnheader" scope="col" className={align} style={{ width }}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={rowKey(row)} role="row">
            <th role="rowheader" scope="row">
              {first.cell(row)}
            </th>
            {others.map(({ key, head, cell, align }) => (
              <td key={key} role="cell" className={classNames(align)}>
                <span className={classes.name} aria-hidden>
                  {head}
                </span>
                <div>{cell(row)}</div>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

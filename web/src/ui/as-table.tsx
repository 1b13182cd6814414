import type { ReactNode } from 'react';
import classes from './as-table.module.css';

interface Props {
  caption: string;
  head: readonly string[];
  rows: readonly (readonly ReactNode[])[];
}

/** What a drawing shows, as a table for who cannot see it or wants the numbers. The first column names the row. */
export function AsTable({ caption, head, rows }: Props) {
  return (
    <details className={classes.astable}>
      <summary>Show as a table</summary>
      {/* It scrolls by itself on a narrow screen, so it can be reached with the keyboard. */}
      <div className={classes.scroll} tabIndex={0} role="region" aria-label={caption}>
        <table>
          <caption className="vh">{caption}</caption>
          <thead>
            <tr>
              {head.map((name, index) => (
                <th key={name} scope="col" className={index > 0 ? 'end' : undefined}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([name, ...cells], index) => (
              <tr key={index}>
                <th scope="row">{name}</th>
                {cells.map((cell, column) => (
                  <td key={column} className="end">
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

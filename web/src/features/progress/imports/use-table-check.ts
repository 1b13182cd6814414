import { useState } from 'react';
import type { ImportMapping, StudyImportOutcome } from '@server/progress/imports/study-imports.contract';
import { useAccount } from '../../../api/session';
import { useCheckTable, useImportTable } from './import-queries';
import { keepMapping, keptMapping } from './kept-mapping';

interface Checked {
  bytes: Uint8Array<ArrayBuffer>;
  /** Of the file; null for lines that were pasted. */
  name: string | null;
  mapping: ImportMapping;
  /** What the server says of it; it stays while a change is checked. */
  outcome: StudyImportOutcome | null;
  /** The mapping is that of an earlier import. */
  isKept: boolean;
}

/** A table from choosing it to logging it: each change of its mapping is checked by the server. */
export function useTableCheck(enrollmentId: string) {
  const account = useAccount();
  const [table, setTable] = useState<Checked>();
  const check = useCheckTable(enrollmentId);
  const bring = useImportTable(enrollmentId);

  const look = (next: Omit<Checked, 'outcome'>, isFirst: boolean) => {
    setTable((before) => ({ ...next, outcome: isFirst ? null : (before?.outcome ?? null) }));
    bring.reset();
    check.mutate(next, {
      onSuccess: (outcome) => {
        const earlier = isFirst && outcome.file ? keptMapping(account.id, outcome.file.signature) : undefined;
        if (earlier && outcome.questions.length > 0) look({ ...next, mapping: earlier, isKept: true }, false);
        else setTable({ ...next, outcome });
      },
    });
  };
  return {
    table,
    isChecking: check.isPending,
    isLogging: bring.isPending,
    fault: bring.error ?? check.error,
    isNotSaved: bring.error !== null,
    choose: (bytes: Uint8Array<ArrayBuffer>, name: string | null) => look({ bytes, name, mapping: {}, isKept: false }, true),
    /** Confirming doubts needs no new check: nothing else changes. */
    change: (mapping: ImportMapping) => table && look({ ...table, mapping, isKept: false }, false),
    confirm: (isConfirmed: boolean) => {
      const key = table?.outcome?.doubtsKey;
      if (!table || !key) return;
      const { confirmed: _, ...mapping } = table.mapping;
      setTable({ ...table, mapping: isConfirmed ? { ...mapping, confirmed: key } : mapping });
    },
    leave: () => {
      setTable(undefined);
      check.reset();
      bring.reset();
    },
    log: (onLogged: (outcome: StudyImportOutcome) => void) => {
      if (!table) return;
      const { bytes, mapping } = table;
      bring.mutate(
        { bytes, mapping },
        {
          onSuccess: (outcome) => {
            if (outcome.file) keepMapping(account.id, outcome.file.signature, mapping);
            onLogged(outcome);
          },
        },
      );
    },
  };
}
export type TableCheck = ReturnType<typeof useTableCheck>;

import type { ReactNode } from 'react';
import { Chip } from './chip';
import { WarningIcon } from './icons';

/** A risk says what, and how much ('Silent for 6 days'); never 'high'. */
export function RiskChip({ children }: { children: ReactNode }) {
  return (
    <Chip tone="risk" icon={<WarningIcon size="s" />}>
      {children}
    </Chip>
  );
}

import { Button } from '@mantine/core';

/** Says that a form holds what was typed earlier, and offers to begin again. */
export function DraftRestored({ onDiscard }: { onDiscard: () => void }) {
  return (
    <div className="row wrap" role="status">
      <span className="sm soft grow">Draft restored</span>
      <Button variant="subtle" size="sm" onClick={onDiscard}>
        Discard draft
      </Button>
    </div>
  );
}

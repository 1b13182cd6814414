import { Switch } from '@mantine/core';
import { Section } from '../../ui/section';
import { setSingleKeys, useSingleKeys } from '../../ui/single-keys';

/** Shortcuts of one key, which speech input or a slip of the hand can press by accident. */
export function KeySettings() {
  return (
    <Section title="Keyboard shortcuts">
      <Switch
        label="Single-key shortcuts"
        description="L logs study, T starts and pauses the timer, ? lists the keys. Ctrl K always opens search and commands. Applies to this device."
        checked={useSingleKeys()}
        onChange={({ currentTarget }) => setSingleKeys(currentTarget.checked)}
      />
    </Section>
  );
}

import { Chip } from '../../../ui/chip';
import { CheckIcon, WarningIcon } from '../../../ui/icons';
import { sharesSaid } from './shares';

/** Whether shares make a whole, as they are typed. */
export function SharesChip({ name, shares }: { name: string; shares: readonly (number | undefined)[] }) {
  const said = sharesSaid(name, shares);
  if (!said) return <Chip>No {name.toLowerCase()} yet</Chip>;
  return (
    <span role="status">
      <Chip tone={said.isWhole ? 'ready' : 'near'} icon={said.isWhole ? <CheckIcon size="s" /> : <WarningIcon size="s" />}>
        {said.words}
      </Chip>
    </span>
  );
}

import { Chip } from '../../../ui/chip';
import { CheckIcon, WarningIcon } from '../../../ui/icons';

/** Decimal shares may miss 100 by as much as nobody sees, as the server has it. */
const CLOSE = 0.01;

/** Whether shares make a whole, as they are typed. */
export function SharesChip({ name, shares }: { name: string; shares: readonly (number | undefined)[] }) {
  const sum = Math.round(shares.reduce<number>((total, share) => total + (share ?? 0), 0) * 100) / 100;
  const rest = Math.round((100 - sum) * 100) / 100;
  const isWhole = Math.abs(rest) <= CLOSE;
  if (shares.every((share) => share === undefined)) return <Chip>No {name.toLowerCase()} yet</Chip>;
  return (
    <span role="status">
      <Chip tone={isWhole ? 'ready' : 'near'} icon={isWhole ? <CheckIcon size="s" /> : <WarningIcon size="s" />}>
        {isWhole ? `${name} add up to 100` : `${name} add up to ${sum}, ${Math.abs(rest)} ${rest > 0 ? 'to go' : 'too many'}`}
      </Chip>
    </span>
  );
}

import { Chip } from '../../../ui/chip';
import { CheckIcon, ClockIcon, EditIcon, MinusIcon } from '../../../ui/icons';
import type { ProjectState } from './project-state';

const CHIPS = {
  'not-started': { tone: 'plain', icon: <MinusIcon />, word: 'Not handed in' },
  submitted: { tone: 'accent', icon: <ClockIcon />, word: 'Waits for a review' },
  'changes-requested': { tone: 'near', icon: <EditIcon />, word: 'Changes requested' },
  approved: { tone: 'ready', icon: <CheckIcon />, word: 'Approved' },
  done: { tone: 'outline', icon: <CheckIcon />, word: 'Done, in your own words' },
} as const;

/** A state's word with its shape. */
export function StateChip({ state }: { state: ProjectState }) {
  const { tone, icon, word } = CHIPS[state];
  return (
    <Chip tone={tone} icon={icon}>
      {word}
    </Chip>
  );
}

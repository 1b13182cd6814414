import type { MantineColorScheme } from '@mantine/core';
import type { AccountRole } from '@server/platform/auth/permission.contract';
import { DeviceIcon, MoonIcon, SunIcon } from '../ui/icons';

export const SCHEMES = [
  { value: 'light', label: 'Light', Icon: SunIcon },
  { value: 'dark', label: 'Dark', Icon: MoonIcon },
  { value: 'auto', label: 'Match device', Icon: DeviceIcon },
] as const satisfies readonly { value: MantineColorScheme; label: string; Icon: unknown }[];

export const VIEW_NAMES: Record<AccountRole, string> = { learner: 'Learner', mentor: 'Mentor', admin: 'Admin' };

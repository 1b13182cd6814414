import type { SignedInDevice } from '@server/users/sign-ins/sign-ins.contract';

/** 'Firefox on Windows', 'Safari', 'Android device', 'Unknown device' */
export function deviceWords({ browser, system }: Pick<SignedInDevice, 'browser' | 'system'>): string {
  if (browser !== null && system !== null) return `${browser} on ${system}`;
  if (browser !== null) return browser;
  return system === null ? 'Unknown device' : `${system} device`;
}

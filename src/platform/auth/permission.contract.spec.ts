import { AccountRole, isPermitted, PERMITTED, type Permission } from './permission.contract.js';

const acts = Object.keys(PERMITTED) as (keyof typeof PERMITTED)[];

describe('permissions', () => {
  it.each(acts)('%s is somebody’s, and nobody’s without an account role', (act) => {
    expect(PERMITTED[act].length).toBeGreaterThan(0);
    expect(isPermitted([], act)).toBe(false);
  });

  it.each<[Permission, AccountRole[]]>([
    ['public', ['learner', 'mentor', 'admin']],
    ['signed-in', ['learner', 'mentor', 'admin']],
    ['study', ['learner']],
    ['mentor', ['mentor']],
    ['waive', ['mentor', 'admin']],
    ['administer', ['admin']],
  ])('%s is for %j', (act, roles) => {
    expect(AccountRole.options.filter((role) => isPermitted([role], act))).toEqual(roles);
  });

  it('add up for someone of several account roles', () => {
    expect(acts.filter((act) => isPermitted(['learner', 'admin'], act))).toEqual(['signed-in', 'study', 'read-enrollment', 'waive', 'administer']);
  });
});

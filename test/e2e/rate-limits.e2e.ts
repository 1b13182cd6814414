import { signIn } from '../../src/users/users.contract.js';
import { Caller } from '../support/caller.js';
import { startApp, startDaymark } from '../support/daymark.js';

const FEW = { DAYMARK_SIGN_IN_PER_MINUTE: '3' };

describe('someone who tries passwords at two processes', () => {
  const daymark = startDaymark({ settings: FEW });

  it('is made to wait by each for itself, or by both at once where they share a Redis', async () => {
    const second = await startApp(daymark.databaseUrl, { settings: FEW });
    try {
      const doors = [daymark.visitor(), new Caller((await second.getUrl()).replace('[::1]', 'localhost'))] as const;
      const attempt = async (door: Caller) => (await door.refused(signIn, { body: { email: 'someone@harbour.example', password: 'guess' } })).type;
      for (const _ of [1, 2, 3]) expect(await attempt(doors[0])).toBe('/problems/wrong-credentials');
      expect(await attempt(doors[0])).toBe('/problems/too-many-requests');
      expect(await attempt(doors[1])).toBe(process.env.TEST_REDIS_URL ? '/problems/too-many-requests' : '/problems/wrong-credentials');
    } finally {
      await second.close();
    }
  });
});

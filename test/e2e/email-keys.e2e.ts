import { EmailKeys1800000002213 } from '../../migrations/1800000002213-email-keys.js';
import { register, signIn } from '../../src/users/users.contract.js';
import { startDaymark } from '../support/daymark.js';
import { PASSWORD } from '../support/people.js';

describe('an email address with letters that have more than one spelling', () => {
  const daymark = startDaymark();
  const registers = (email: string) => daymark.visitor().call(register, { body: { email, name: 'Wren Harbour', password: PASSWORD, timeZone: 'UTC' } });
  const signsIn = (email: string) => daymark.visitor().call(signIn, { body: { email, password: PASSWORD } });
  const idOf = ({ account }: { account: { id: string } }) => account.id;

  it('is one account in capitals and in small letters', async () => {
    const id = idOf(await registers('γιώργος.μ@harbour.example'));
    expect(idOf(await signsIn('ΓΙΏΡΓΟΣ.Μ@harbour.example'))).toBe(id);
    const refusal = await daymark.visitor().refused(register, {
      body: { email: 'ΓΙΏΡΓΟΣ.Μ@harbour.example', name: 'Rook', password: PASSWORD, timeZone: 'UTC' },
    });
    expect(refusal).toMatchObject({ type: '/problems/email-taken' });
  });

  it('finds the account that an earlier version made, and leaves a second one of the same address alone', async () => {
    const keys = ['δήμος@harbour.example', 'J\u030con@harbour.example', 'νίκος@harbour.example', 'νίκοσ-2@harbour.example'];
    const ids: string[] = [];
    for (const email of keys) ids.push(idOf(await registers(email)));
    const write = (id: string, key: string) => daymark.database.query('update account set email_key = $2 where id = $1', [id, key]);
    for (const [place, key] of ['δήμος', 'j\u030con', 'νίκος', 'νίκοσ'].entries()) await write(ids[place]!, `${key}@harbour.example`);

    const runner = daymark.database.createQueryRunner();
    await new EmailKeys1800000002213().up(runner).finally(() => runner.release());
    for (const place of [0, 1]) expect(idOf(await signsIn(keys[place]!))).toBe(ids[place]);
    expect(idOf(await signsIn('νίκος@harbour.example'))).toBe(ids[3]);
    const rows = await daymark.database.query<{ key: string }[]>('select email_key as key from account where id = any($1) order by 1', [ids.slice(2)]);
    expect(rows.map(({ key }) => key).sort()).toEqual(['νίκοσ@harbour.example', 'νίκος@harbour.example'].sort());
  });

  it('is found by earlier code after a way back', async () => {
    const id = idOf(await registers('πέτρος@harbour.example'));
    const runner = daymark.database.createQueryRunner();
    const key = async () => (await daymark.database.query<[{ key: string }]>('select email_key as key from account where id = $1', [id]))[0].key;
    const migration = new EmailKeys1800000002213();
    await migration.down(runner);
    expect(await key()).toBe('πέτρος@harbour.example');
    await migration.up(runner).finally(() => runner.release());
    expect(await key()).toBe('πέτροσ@harbour.example');
  });
});

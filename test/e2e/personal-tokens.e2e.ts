import { listEnrollments } from '../../src/enrollments/enrollments.contract.js';
import { listStudyEntries, logStudy } from '../../src/progress/progress.contract.js';
import { changeAccount, deleteAccount, ownAccount } from '../../src/users/users.contract.js';
import { listPersonalTokens, makePersonalToken, MOST_TOKENS, revokePersonalToken } from '../../src/users/personal-tokens/personal-tokens.contract.js';
import { Caller } from '../support/caller.js';
import { startDaymark } from '../support/daymark.js';
import { PASSWORD, type Someone } from '../support/people.js';

describe('a personal access token', () => {
  const daymark = startDaymark();
  const madeBy = async (owner: Someone, scopes: ('read' | 'log-study')[] = ['read', 'log-study'], expiresInDays: number | null = 90) => {
    const made = await owner.call(makePersonalToken, { body: { name: 'Study timer', scopes, expiresInDays, password: PASSWORD } });
    return { ...made, script: new Caller(daymark.url, made.token) };
  };

  it('lets a script log study for its owner, and read what is theirs', async () => {
    const learner = await daymark.learner();
    const { script } = await madeBy(learner);
    const [enrollment] = (await script.call(listEnrollments, {})).items;
    const params = { enrollmentId: enrollment!.id };
    await script.call(logStudy, { params, body: { date: enrollment!.today, minutes: 25 } });
    expect((await script.call(listStudyEntries, { params })).items).toMatchObject([{ minutes: 25 }]);
    expect((await script.call(ownAccount, {})).email).toBe(learner.email);
  });

  it('opens what its scopes say and nothing more', async () => {
    const learner = await daymark.learner();
    const { script } = await madeBy(learner, ['read']);
    const refused = await script.refused(logStudy, { params: { enrollmentId: learner.enrollmentId }, body: { date: '2026-03-02', minutes: 25 } });
    expect(refused).toMatchObject({ status: 403, type: '/problems/scope-missing', detail: expect.stringContaining('log-study') as string });
    const { script: writes } = await madeBy(learner, ['log-study']);
    expect((await writes.refused(listEnrollments, {})).type).toBe('/problems/scope-missing');
  });

  it('changes nothing of the account it belongs to, and makes no other token', async () => {
    const learner = await daymark.learner();
    const { script, id } = await madeBy(learner);
    expect((await script.refused(changeAccount, { body: { name: 'Somebody else' } })).type).toBe('/problems/scope-missing');
    expect((await script.refused(deleteAccount, { body: { password: PASSWORD } })).type).toBe('/problems/scope-missing');
    expect((await script.refused(makePersonalToken, { body: { name: 'Another', scopes: ['read'], password: PASSWORD } })).type).toBe('/problems/scope-missing');
    expect((await script.refused(revokePersonalToken, { params: { tokenId: id } })).type).toBe('/problems/scope-missing');
  });

  it('reaches nobody else', async () => {
    const [learner, other] = [await daymark.learner(), await daymark.learner()];
    const { script } = await madeBy(learner);
    expect((await script.refused(listStudyEntries, { params: { enrollmentId: other.enrollmentId } })).status).toBe(404);
  });

  it('is worth nothing once it is revoked, and revoking it again changes nothing', async () => {
    const [learner, other] = [await daymark.learner(), await daymark.learner()];
    const { script, id } = await madeBy(learner);
    expect((await other.refused(revokePersonalToken, { params: { tokenId: id } })).status).toBe(404);
    await script.call(ownAccount, {});
    await learner.call(revokePersonalToken, { params: { tokenId: id } });
    await learner.call(revokePersonalToken, { params: { tokenId: id } });
    expect((await script.refused(ownAccount, {})).type).toBe('/problems/not-signed-in');
    expect((await learner.call(listPersonalTokens, {})).items).toEqual([]);
  });

  it('ends with its time; one without an end goes on', async () => {
    const learner = await daymark.learner();
    const [{ script: short }, { script: long }] = [await madeBy(learner, ['read'], 1), await madeBy(learner, ['read'], null)];
    await short.call(ownAccount, {});
    daymark.clock.pass({ hours: 24 });
    expect((await short.refused(ownAccount, {})).detail).toContain('too old');
    await long.call(ownAccount, {});
  });

  it('is shown once, kept as a hash, and says when it was last used', async () => {
    const learner = await daymark.learner();
    const { token, script } = await madeBy(learner);
    const listed = async () => (await learner.call(listPersonalTokens, {})).items;
    expect(await listed()).toMatchObject([{ name: 'Study timer', lastUsedOn: null }]);
    await script.call(ownAccount, {});
    expect(await listed()).toMatchObject([{ lastUsedOn: daymark.clock.today({ timeZone: 'UTC', dayStartMinutes: 0 }) }]);
    expect(JSON.stringify(await listed())).not.toContain(token);
    expect(await daymark.database.query("select 1 from personal_token where hash = $1 or name = $1 or array_to_string(scopes, '') = $1", [token])).toEqual([]);
  });

  it('has the account roles its owner has now', async () => {
    const learner = await daymark.learner();
    const { script } = await madeBy(learner);
    await daymark.database.query("update account_role set role = 'mentor' where account_id = $1", [learner.id]);
    const refused = await script.refused(logStudy, { params: { enrollmentId: learner.enrollmentId }, body: { date: '2026-03-02', minutes: 25 } });
    expect(refused.type).toBe('/problems/not-permitted');
  });

  it('is one of at most fifty', async () => {
    const learner = await daymark.learner();
    for (let i = 0; i < MOST_TOKENS; i++) await madeBy(learner, ['read']);
    expect((await learner.refused(makePersonalToken, { body: { name: 'One more', scopes: ['read'], password: PASSWORD } })).type).toBe(
      '/problems/too-many-tokens',
    );
  });

  it('that nobody made is refused as nobody', async () => {
    const refused = await new Caller(daymark.url, 'daymark_pat_made-up').refused(ownAccount, {});
    expect(refused).toMatchObject({ status: 401, type: '/problems/not-signed-in' });
  });
});

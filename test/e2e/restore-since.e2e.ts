/** What a restore does to changes since the backup: revoked access stays revoked, and deleted accounts stay deleted. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../src/backup/open-database.js';
import { undoRestore } from '../../src/backup/restore/replaced.js';
import { SIGN_IN_AGAIN } from '../../src/backup/restore/since/describe-changes.js';
import { assignMentor } from '../../src/enrollments/enrollments.contract.js';
import { listAuditEntries } from '../../src/platform/audit/audit.contract.js';
import { openCalendarFeed, readCalendar, revokeCalendarFeed } from '../../src/plans/calendar/calendar.contract.js';
import { deactivateAccount } from '../../src/users/deactivation/deactivation.contract.js';
import { acceptInvitation, cancelInvitation, invite, readInvitation } from '../../src/users/invitations/invitations.contract.js';
import { makePersonalToken, revokePersonalToken } from '../../src/users/personal-tokens/personal-tokens.contract.js';
import { setRegistrationPolicy } from '../../src/users/registration/registration-policy.contract.js';
import { changePassword, deleteAccount, ownAccount, renewSession, setAccountRoles, signIn, signOut } from '../../src/users/users.contract.js';
import { Place } from '../support/backups.js';
import { Caller } from '../support/caller.js';
import { startDaymark } from '../support/daymark.js';
import { evidenceOf } from '../support/evidence.js';
import { tokenIn, type WaitingMail } from '../support/mails.js';
import { Learner, PASSWORD, Someone } from '../support/people.js';

const folder = mkdtempSync(join(tmpdir(), 'daymark-since-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const NEXT = 'a new one, at last';

describe('a restore of an older backup', () => {
  const daymark = startDaymark();
  const { uploads, submits, projectId } = evidenceOf(daymark);
  const file = join(folder, 'older.backup');
  let place: Place;
  let admin: Someone;
  let [leaver, pupil]: [Learner, Learner] = [null!, null!];
  let people: Record<'mentor' | 'gone' | 'fired' | 'demoted' | 'careful' | 'script', Someone>;
  let token: { id: string; token: string };
  let keptToken: string;
  let calendar: string;
  let invitation: { id: string; link: string };
  let keys: string[];

  const works = (answer: Promise<unknown>) =>
    answer.then(
      () => true,
      () => false,
    );
  const withToken = (secret: string) => new Caller(daymark.url, secret).call(ownAccount, {});
  const emails = async () => (await place.ask<{ email: string }>('select email from account')).map(({ email }) => email);
  const told = () => place.told.join('\n');
  const signsIn = (person: Someone, password = PASSWORD) => works(daymark.visitor().call(signIn, { body: { email: person.email, password } }));
  const linkTo = async (email: string) =>
    /invitation\/([\w.-]+)/.exec(
      (await place.ask<{ text: string }>(`select text from message where to_address = '${email}' order by created_at desc limit 1`))[0]!.text,
    )![1]!;

  beforeAll(async () => {
    place = Object.assign(new Place(daymark.databaseUrl), { folder: daymark.folder });
    admin = await daymark.withRoles('admin');
    const mentor = await daymark.withRoles('mentor');
    people = {
      mentor,
      gone: await daymark.withRoles('mentor'),
      fired: await daymark.someone({ email: 'fired@harbour.example' }),
      demoted: await daymark.withRoles('learner', 'mentor'),
      careful: await daymark.someone({ email: 'careful@harbour.example' }),
      script: await daymark.someone(),
    };
    [leaver, pupil] = [await daymark.learner({ name: 'Leaver Unique-Name', email: 'leaver@harbour.example' }), await daymark.learner()];
    for (const { enrollmentId } of [leaver, pupil])
      await admin.call(assignMentor, { params: { enrollmentId }, body: { mentorId: enrollmentId === leaver.enrollmentId ? mentor.id : people.gone.id } });
    const moved = await daymark.learner();
    await admin.call(assignMentor, { params: { enrollmentId: moved.enrollmentId }, body: { mentorId: mentor.id } });
    await leaver.logs({ date: '2026-03-02', minutes: 30, note: 'A private note' });
    const upload = await uploads(leaver, 'notes.txt', new TextEncoder().encode('What I built'));
    await submits(leaver, await projectId(), [{ kind: 'file', fileId: upload.id }]);
    keys = (await place.ask<{ id: string }>('select stored_as as id from evidence_file')).map(({ id }) => id);
    const makes = (name: string) => people.script.call(makePersonalToken, { body: { name, scopes: ['read'], expiresInDays: null, password: PASSWORD } });
    token = await makes('Lost');
    keptToken = (await makes('Kept')).token;
    calendar = (await pupil.call(openCalendarFeed, {})).url!.split('/').at(-1)!;
    const { id } = await admin.call(invite, { body: { email: 'invited@harbour.example', accountRoles: ['learner'] } });
    invitation = { id, link: await linkTo('invited@harbour.example') };
    await place.backsUp(file);

    await leaver.call(deleteAccount, { body: { password: PASSWORD } });
    await people.gone.call(deleteAccount, { body: { password: PASSWORD } });
    await admin.call(deactivateAccount, { params: { accountId: people.fired.id }, body: {} });
    await admin.call(setAccountRoles, { params: { accountId: people.demoted.id }, body: { accountRoles: ['learner'] } });
    await people.careful.call(changePassword, { body: { current: PASSWORD, next: NEXT } });
    await people.script.call(revokePersonalToken, { params: { tokenId: token.id } });
    await pupil.call(revokeCalendarFeed, {});
    await admin.call(cancelInvitation, { params: { invitationId: invitation.id } });
    await daymark.someone({ email: 'newcomer@harbour.example' });
    await admin.call(setRegistrationPolicy, { body: { mode: 'invitation', domains: [] } });
    await people.mentor.call(signOut, {});
    await admin.call(assignMentor, { params: { enrollmentId: moved.enrollmentId }, body: { mentorId: null } });
    await place.ask(`update account set email = 'new@harbour.example', email_key = 'new@harbour.example' where id = '${people.script.id}'`);
    // The worker, which deletes files, does not run here.
    rmSync(join(daymark.folder, 'files'), { recursive: true });
  }, 120_000);

  it('lists what would be restored, and changes nothing if the answer is no', async () => {
    const before = await place.content();
    const no = () => Promise.reject(new Error('No, thanks.'));
    await expect(place.restores(file, { agree: no })).rejects.toThrow('No, thanks.');
    expect(await place.content()).toEqual(before);
    expect(await place.schemas()).toEqual([]);
    const said = told();
    expect(said).toMatch(/- 2 accounts were deleted \(.*leaver@harbour\.example.*\), and will be deleted again\. Use --keep-deleted to restore them\./);
    expect(said).toContain('- 1 account was deactivated (fired@harbour.example), and will be active again.');
    expect(said).toContain(`- 1 account role was removed (${people.demoted.email} (mentor)), and will be restored.`);
    expect(said).toContain('- 1 password was changed (careful@harbour.example). Earlier passwords will work again.');
    expect(said).toContain('- Revoked, canceled or used: 1 personal access token, 1 calendar link, 1 invitation. They stay invalid.');
    expect(said).toContain('- Registration is by invitation now, and will be open to everyone.');
    expect(said).toMatch(/- \d+ sign-ins ended, and will stay ended\./);
    expect(said).toContain(SIGN_IN_AGAIN);
    expect(said).toContain('- 1 account is new (newcomer@harbour.example), and will be removed with everything in it.');
    expect(said).toContain(`- 1 mentor was removed from learners (${people.mentor.email}), and will be assigned again.`);
    expect(said).toContain('- 1 email address was changed (new@harbour.example), and will change back.');
    expect(said).not.toContain('not everything can be compared');
    expect(existsSync(join(daymark.folder, 'files'))).toBe(false);
  });

  it('deletes accounts again that were deleted since, with their files, and keeps the audit entries', async () => {
    const deletions = await place.ask(`select id, at, subject_id, detail from audit_entry where act = 'account-deleted' order by id`);
    await place.restores(file);
    expect(await emails()).toEqual(expect.arrayContaining([pupil.email, admin.email]));
    expect(await emails()).not.toEqual(expect.arrayContaining([leaver.email]));
    expect(await emails()).not.toEqual(expect.arrayContaining([people.gone.email]));
    expect(await place.ask(`select id, at, subject_id, detail from audit_entry where act = 'account-deleted' order by id`)).toEqual(deletions);
    const tables = await place.ask<{ name: string }>(`select tablename as name from pg_tables where schemaname = 'public'`);
    const words = ['Leaver Unique-Name', leaver.email, 'A private note'].join('|');
    // One statement for all tables.
    const found = tables.map(({ name }) => `select '${name}' as name from ${name} t where t::text ~ '${words}'`);
    expect(await place.ask(found.join(' union all '))).toEqual([]);
    for (const key of keys) expect(existsSync(join(daymark.folder, 'files', 'evidence', key.slice(-2), key))).toBe(false);
    expect(
      await place.ask(
        `select became from enrollment_change where what = 'mentor' and enrollment_id = '${pupil.enrollmentId}' order by changed_at desc limit 1`,
      ),
    ).toEqual([{ became: 'nobody' }]);
  }, 60_000);

  it('ends every sign-in, and keeps revoked access revoked', async () => {
    for (const person of [admin, pupil, people.mentor]) expect(await works(person.call(renewSession, {}))).toBe(false);
    expect(await place.ask('select from session where ended_at is null')).toEqual([]);
    expect([await works(withToken(token.token)), await works(withToken(keptToken))]).toEqual([false, true]);
    expect(await works(daymark.visitor().call(readCalendar, { params: { token: calendar } }))).toBe(false);
    expect(await works(daymark.visitor().call(readInvitation, { params: { token: invitation.link } }))).toBe(false);
    expect([await signsIn(pupil), await signsIn(people.fired), await signsIn(people.careful, NEXT)]).toEqual([true, true, false]);
    const again = await new Someone(daymark.url).signsIn(admin.email);
    const { items } = await again.call(listAuditEntries, { query: { act: 'account-deleted' } });
    expect(items.map(({ subject }) => subject.id).toSorted()).toEqual([leaver.id, people.gone.id].toSorted());
  });

  const undoes = async () => {
    const database = await openDatabase(place.settings, { tell: () => undefined, isAlone: true });
    await undoRestore(database, place.settings, { tell: (line) => void place.told.push(line) }).finally(() => database.close());
  };

  it('changes nothing in the replaced data when its undo fails', async () => {
    const again = await new Learner(daymark.url).signsIn(pupil.email);
    await again.call(deleteAccount, { body: { password: PASSWORD } });
    const replaced = () =>
      Promise.all(['account', 'session', 'audit_entry', 'invitation'].map((table) => place.ask(`select * from daymark_replaced.${table} order by 1, 2`)));
    const before = await replaced();
    // The swap leaves nothing behind, so it fails for an object that does not move.
    await place.ask('create text search configuration daymark_replaced.left_behind (copy = simple)');
    await expect(undoes()).rejects.toThrow('daymark_restoring');
    expect(await replaced()).toEqual(before);
    expect(JSON.stringify(before[0])).toContain(pupil.email);
    expect(await emails()).not.toContain(pupil.email);
    await place.ask('drop text search configuration daymark_replaced.left_behind');
  });

  it('deletes accounts again that were deleted between a restore and its undo', async () => {
    place.told.length = 0;
    await undoes();
    expect(told()).toContain(`- 1 account was deleted (${pupil.email}), and will be deleted again.`);
    expect(await emails()).not.toContain(pupil.email);
    expect(await emails()).toContain(admin.email);
    expect(await place.ask('select from session where ended_at is null')).toEqual([]);
  });

  it('finds the deletions when the same backup is restored again, and restores the accounts on request', async () => {
    place.told.length = 0;
    await place.restores(file, { keepsDeleted: true });
    expect(told()).toMatch(/- 3 accounts were deleted \(.*\), and will be restored because of --keep-deleted\./);
    expect(await emails()).toContain(leaver.email);
    expect(existsSync(join(daymark.folder, 'files', 'evidence', keys[0]!.slice(-2), keys[0]!))).toBe(true);
  });
});

describe('a restore of a backup with invitations', () => {
  const daymark = startDaymark();
  const file = join(folder, 'invitations.backup');
  const addresses = ['waits', 'kept', 'fired', 'demoted', 'erased', 'registered'].map((name) => `${name}@harbour.example`);
  const [waits, kept, fired, demoted, erased, registered] = addresses as [string, string, string, string, string, string];
  const linkTo = async (email: string) =>
    tokenIn(await daymark.database.query<WaitingMail[]>('select text from message where to_address = $1', [email]), 'invitation');

  it('restores only invitations that are still open, and accepted ones whose access did not end since', async () => {
    const place = Object.assign(new Place(daymark.databaseUrl), { folder: daymark.folder });
    const admin = await daymark.withRoles('admin');
    for (const email of addresses) await admin.call(invite, { body: { email, accountRoles: ['learner', 'mentor'] } });
    const links = new Map<string, string>();
    for (const email of addresses) links.set(email, await linkTo(email));
    await place.backsUp(file);

    const accepts = async (email: string) => {
      const body = { name: 'Wren Harbour', password: PASSWORD, timeZone: 'UTC' };
      return (await daymark.visitor().call(acceptInvitation, { params: { token: links.get(email)! }, body })).account.id;
    };
    await accepts(kept);
    await admin.call(deactivateAccount, { params: { accountId: await accepts(fired) }, body: {} });
    await admin.call(setAccountRoles, { params: { accountId: await accepts(demoted) }, body: { accountRoles: ['learner'] } });
    await accepts(erased);
    await (await new Someone(daymark.url).signsIn(erased)).call(deleteAccount, { body: { password: PASSWORD } });
    // The account has another id than the invitation.
    await (await daymark.someone({ email: registered })).call(deleteAccount, { body: { password: PASSWORD } });

    await place.restores(file);
    expect(place.told.join('\n')).toContain('- Revoked, canceled or used: 4 invitations. They stay invalid.');
    const left = await place.ask<{ email: string }>('select email from invitation order by id');
    expect(left.map(({ email }) => email)).toEqual([waits, kept]);
    expect(await daymark.visitor().call(readInvitation, { params: { token: links.get(kept)! } })).toMatchObject({ email: kept });
  }, 60_000);
});

describe('a restore without anything to compare with', () => {
  const daymark = startDaymark();

  it('says so', async () => {
    const file = join(folder, 'lone.backup');
    await daymark.someone();
    await Object.assign(new Place(daymark.databaseUrl), { folder: daymark.folder }).backsUp(file);
    const place = await Place.empty();
    try {
      await place.restores(file);
      expect(place.told).toContainEqual(expect.stringMatching(/^There is no current data to compare with\. .* Check the People page afterwards\.$/));
      expect(place.told).toContain(SIGN_IN_AGAIN);
      expect(await place.ask('select from session where ended_at is null')).toEqual([]);
      // A damaged database, or one of another version.
      place.told.length = 0;
      await place.ask('drop table registration_policy', 'alter table account drop column deactivated_at');
      // It also belongs to another Daymark.
      await place.ask('delete from account');
      await place.ask(
        `insert into account (id, email, email_key, name, time_zone, created_at) values (gen_random_uuid(), 'x@example.org', 'x@example.org', 'X', 'UTC', '2026-11-02T12:00Z')`,
      );
      await place.restores(file);
      expect(place.told).toContainEqual(expect.stringContaining('not everything can be compared'));
      expect(place.told).toContain('None of the current accounts is in the restored data. Check that this is the right database.');
    } finally {
      await place.remove();
    }
  }, 60_000);
});

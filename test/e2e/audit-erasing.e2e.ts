import type { z } from 'zod';
import { randomUUID } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import { downloadArchive } from '../../src/archive/archive.contract.js';
import { assignMentor } from '../../src/enrollments/enrollments.contract.js';
import { ACTS, actShape } from '../../src/platform/audit/acts.contract.js';
import { Audit } from '../../src/platform/audit/audit.js';
import { AUDIT_ENTRIES } from '../../src/platform/audit/audit-entries.sql.js';
import { listAuditEntries } from '../../src/platform/audit/audit.contract.js';
import type { AuditNote } from '../../src/platform/audit/audit-note.js';
import { dataSourceOptions } from '../../src/platform/database/data-source.js';
import { deleteAccount } from '../../src/users/users.contract.js';
import { freshDatabase, startDaymark, testConfig } from '../support/daymark.js';
import { PASSWORD, type Someone } from '../support/people.js';
import { recordActs } from '../support/records.js';

interface Row {
  id: string;
  persons: string[];
  personal: Record<string, object>;
}

/** Some value that a schema takes. */
function sample(schema: z.core.$ZodType): unknown {
  const { def } = schema._zod as {
    def: { type: string; entries?: object; innerType?: z.core.$ZodType; element?: z.core.$ZodType; shape?: object; format?: string };
  };
  if (def.type === 'object') return Object.fromEntries(Object.entries(def.shape!).map(([field, inner]) => [field, sample(inner as z.core.$ZodType)]));
  if (def.type === 'optional' || def.type === 'nullable') return sample(def.innerType!);
  if (def.type === 'array') return [sample(def.element!)];
  if (def.type === 'enum') return Object.values(def.entries!)[0];
  if (def.type === 'number') return 7;
  if (def.type === 'boolean') return true;
  const formats: Record<string, string> = { uuid: randomUUID(), date: '2026-03-02', datetime: '2026-03-02T08:00:00Z' };
  return formats[def.format ?? ''] ?? `some text ${randomUUID()}`;
}

/** A note of any act about three persons, with a value in every field that it may have. */
function noteOf(act: string, [actor, subject, other]: readonly Someone[]): AuditNote {
  const { detail, about, change, involved = [], ...shape } = actShape(act)!;
  return {
    act,
    by: { id: actor!.id, address: '203.0.113.7' },
    subject: shape.subject === 'account' ? subject!.id : { id: 'kubernetes', label: 'Kubernetes' },
    ...(detail && { detail: sample(detail) }),
    ...(about && { about: sample(about) }),
    ...(change && { before: sample(change), after: sample(change) }),
    ...(involved.length > 0 && { involved: Object.fromEntries(involved.map((role) => [role, other!.id])) }),
  } as unknown as AuditNote;
}

describe('deleting an account', () => {
  const daymark = startDaymark();
  /** Leaves nothing behind, so that what other tests did can be told from this. */
  const undone = async (work: (tx: EntityManager) => Promise<void>) => {
    const runner = daymark.database.createQueryRunner();
    await runner.startTransaction();
    await work(runner.manager)
      .finally(() => runner.rollbackTransaction())
      .finally(() => runner.release());
  };
  const last = async (tx: EntityManager) => (await tx.query<Row[]>('select * from audit_entry order by id desc limit 1'))[0]!;

  it.each(Object.keys(ACTS))('blanks in an entry of %s what stands under that id, and nothing else', async (act) => {
    const people = [await daymark.someone({ name: 'Wren Harbour' }), await daymark.someone({ name: 'Rook Pier' }), await daymark.someone({ name: 'Ada Quay' })];
    const audit = daymark.app.get(Audit);
    await undone(async (tx) => {
      await audit.record(tx, noteOf(act, people));
      const { persons } = await last(tx);
      expect(persons.length).toBeGreaterThan(0);
      for (const id of persons) {
        const was = await last(tx);
        expect(was.personal[id]).toMatchObject({ name: expect.any(String), email: expect.any(String) });
        await audit.forget(tx, id);
        expect(await last(tx)).toEqual({ ...was, personal: { ...was.personal, [id]: {} } });
      }
      const text = JSON.stringify(await last(tx));
      for (const { email, session } of people) for (const word of [email, session.account.name, '203.0.113.7']) expect(text).not.toContain(word);
      expect(persons.every((id) => text.includes(id))).toBe(true);
    });
  });

  it('blanks one of three persons of the same entry; the other two, all ids and the entry stay', async () => {
    const [admin, mentor] = [await daymark.withRoles('admin'), await daymark.withRoles('mentor')];
    const learner = await daymark.learner({ name: 'Wren Harbour' });
    await admin.call(assignMentor, { params: { enrollmentId: learner.enrollmentId }, body: { mentorId: mentor.id } });
    const read = async () => (await admin.call(listAuditEntries, { query: { person: learner.id, act: 'mentor-assigned' } })).items;
    const [before] = await read();
    await mentor.call(deleteAccount, { body: { password: PASSWORD } });
    const former = { id: mentor.id, name: 'Former member', isFormer: true, email: null, about: {}, before: null, after: null };
    expect(await read()).toEqual([{ ...before, involved: { mentor: former } }]);
    expect(await admin.call(listAuditEntries, { query: { person: mentor.id } })).toMatchObject({
      items: [
        {
          act: 'account-deleted',
          by: { person: former },
          address: null,
          subject: { id: mentor.id, label: 'Former member' },
          detail: { accountRoles: ['mentor'] },
        },
        { act: 'mentor-unassigned', by: { person: former }, subject: { label: 'Wren Harbour' } },
        { act: 'mentor-assigned', by: { person: { id: admin.id, name: 'A admin' } } },
      ],
    });
    await learner.call(deleteAccount, { body: { password: PASSWORD } });
    expect(await read()).toMatchObject([{ subject: { id: learner.id, label: 'Former member' }, by: { person: { name: 'A admin' } }, address: '127.0.0.1' }]);
  });

  it('leaves no name in an entry that is written at the same moment', async () => {
    const admin = await daymark.withRoles('admin');
    for (let round = 0; round < 15; round++) {
      const name = `Wren Harbour the ${round}th`;
      const [learner, mentor] = [await daymark.learner({ name }), await daymark.withRoles('mentor')];
      const assign = admin.call(assignMentor, { params: { enrollmentId: learner.enrollmentId }, body: { mentorId: mentor.id } }).catch(() => undefined);
      await Promise.all([assign, learner.call(deleteAccount, { body: { password: PASSWORD } })]);
      expect(await daymark.database.query(`select act from audit_entry where audit_entry::text like '%' || $1 || '%'`, [name])).toEqual([]);
    }
  });
});

describe('a request that began before the account was deleted', () => {
  const daymark = startDaymark();
  /** Deletes the account at the moment when the request waits for it, as the deletion of an account does. */
  const deletedMeanwhile = async <Result>({ id }: Someone, request: () => Promise<Result>): Promise<Result> => {
    const runner = daymark.database.createQueryRunner();
    await runner.startTransaction();
    try {
      await runner.query('select from account where id = $1 for update', [id]);
      const answer = request();
      answer.catch(() => undefined);
      const waiting = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
      while ((await daymark.database.query<unknown[]>(waiting)).length === 0) await new Promise((resolve) => setImmediate(resolve));
      await daymark.app.get(Audit).forget(runner.manager, id);
      await runner.query('delete from account where id = $1', [id]);
      await runner.commitTransaction();
      return await answer;
    } finally {
      if (runner.isTransactionActive) await runner.rollbackTransaction();
      await runner.release();
    }
  };
  const saidOf = ({ id }: Someone) =>
    daymark.database.query<{ said: object }[]>('select personal -> $1::text as said from audit_entry where persons @> array[$1::uuid]', [id]);

  it('gets no archive, and leaves no address in the audit trail', async () => {
    const person = await daymark.someone();
    expect(await deletedMeanwhile(person, () => person.refused(downloadArchive, {}))).toMatchObject({ status: 401, type: '/problems/not-signed-in' });
    expect((await saidOf(person)).filter(({ said }) => JSON.stringify(said) !== '{}')).toEqual([]);
  });

  it('of somebody else leaves neither the name nor an address of the person who is gone', async () => {
    const [admin, person] = [await daymark.withRoles('admin'), await daymark.someone()];
    const confirms = () => daymark.database.transaction((tx) => daymark.app.get(Audit).record(tx, { act: 'email-confirmed', by: admin, subject: person.id }));
    await deletedMeanwhile(person, confirms);
    expect(await saidOf(person)).toEqual([{ said: {} }]);
    const by = { id: person.id, address: '203.0.113.7' };
    await daymark.database.transaction((tx) => daymark.app.get(Audit).record(tx, { act: 'email-confirmed', by, subject: admin.id }));
    expect(JSON.stringify(await daymark.database.query('select * from audit_entry'))).not.toContain('203.0.113.7');
  });

  it('still gets an archive when only the password was changed at this moment', async () => {
    const learner = await daymark.learner();
    const runner = daymark.database.createQueryRunner();
    await runner.startTransaction();
    await runner.query('update account set password_hash = $2 where id = $1', [learner.id, 'another']);
    const archive = learner.call(downloadArchive, {});
    await runner.commitTransaction();
    await runner.release();
    expect((await archive).type).toBe('application/zip');
  });
});

describe('an audit entry', () => {
  const daymark = startDaymark();

  it('cannot be changed or deleted by a statement, and nobody stands in it without their id', async () => {
    const [admin, person] = [await daymark.withRoles('admin'), await daymark.someone()];
    const audit = daymark.app.get(Audit);
    await daymark.database.transaction((tx) => audit.record(tx, { act: 'email-confirmed', by: admin, subject: person.id }));
    const all = () => daymark.database.query<object[]>('select * from audit_entry order by id');
    const before = await all();
    for (const change of [
      `act = 'nothing'`,
      `at = '2026-03-03T09:00:00Z'`,
      `by_id = null, by_kind = 'daymark'`,
      `subject_id = gen_random_uuid()::text`,
      `subject_label = 'Somebody else'`,
      `involved = '{"mentor": "${person.id}"}'`,
      `persons = '{}'`,
      `detail = '{"level": "another"}'`,
      `personal = '{}'`,
      `personal = personal - '${person.id}'`,
      `personal = jsonb_set(personal, '{${person.id},name}', '"Somebody else"')`,
      `personal = jsonb_set(personal, '{${person.id}}', '{"name": "Somebody else"}')`,
      `personal = jsonb_set(personal, '{${person.id}}', 'null')`,
      `personal = jsonb_set(personal, '{${randomUUID()}}', '{}')`,
      `personal = jsonb_set(personal, '{${person.id}}', '{}'), act = 'nothing'`,
    ])
      await expect(daymark.database.query(`update audit_entry set ${change} where act = 'email-confirmed'`)).rejects.toThrow('cannot be changed');
    await expect(daymark.database.query('delete from audit_entry')).rejects.toThrow('cannot be changed');
    expect(await all()).toEqual(before);

    const inserting = (persons: string, personal: string, involved = '{}') =>
      daymark.database.query(
        `insert into audit_entry (id, at, act, by_kind, by_id, subject_kind, subject_id, subject_label, involved, persons, personal, detail)
         values (gen_random_uuid(), '2026-03-02T09:00:00Z', 'email-confirmed', 'daymark', null, 'account', $1, '', $2, $3::uuid[], $4, '{}')`,
        [person.id, involved, persons, personal],
      );
    const missing = 'not among its persons';
    await expect(inserting('{}', '{}')).rejects.toThrow(missing);
    await expect(inserting(`{${person.id}}`, JSON.stringify({ [admin.id]: { name: 'A admin' } }))).rejects.toThrow(missing);
    await expect(inserting(`{${person.id}}`, '{}', JSON.stringify({ mentor: admin.id }))).rejects.toThrow(missing);
  });

  it('of before persons stood under their ids keeps what it said, there and back', async () => {
    const [admin, learner, mentor] = [randomUUID(), randomUUID(), randomUUID()];
    const level = { id: randomUUID(), title: 'Security Specialist' };
    const [moveId, laterMoveId] = [randomUUID(), randomUUID()];
    const ada = [admin, 'Ada Quay'];
    const certification = ['certification', 'seamanship', 'Seamanship'];
    const old = [
      [...ada, 'waiver-granted', 'account', learner, 'Wren Harbour', { level, reason: 'Passed it elsewhere' }],
      [...ada, 'account-role-given', 'account', admin, 'Ada Quay', { role: 'mentor' }],
      [...ada, 'account-role-taken', 'account', learner, 'Wren Harbour', { role: 'mentor' }],
      [...ada, 'mentor-assigned', 'account', learner, 'Wren Harbour', { enrollmentId: level.id, mentor: { id: mentor, name: 'Rook Pier' } }],
      [...ada, 'mentor-assigned', 'account', null, '', {}],
      [null, '', 'account-deleted', 'account', null, '', { accountRoles: ['mentor'] }],
      [null, '', 'release-published', ...certification, { release: 2, from: 'file' }],
      [...ada, 'move-superseded', ...certification, { moveId, by: laterMoveId }],
    ];
    const ground = await freshDatabase();
    const source = await new DataSource(dataSourceOptions(ground.url, testConfig())).initialize();
    try {
      const has = async () => (await source.query<object[]>(`select from information_schema.columns where column_name = 'by_name'`)).length > 0;
      while (!(await has())) await source.undoLastMigration();
      for (const [by, name, act, kind, id, label, detail] of old)
        await source.query(
          `insert into audit_entry (id, at, by_id, by_name, act, subject_kind, subject_id, subject_label, detail)
           values (gen_random_uuid(), '2026-03-02T09:00:00Z', $1, $2, $3, $4, $5, $6, $7)`,
          [by, name, act, kind, id, label, detail],
        );
      const before = await source.query<object[]>('select * from audit_entry order by id');
      await source.runMigrations();
      const rows = await source.query<Record<string, unknown>[]>('select * from audit_entry');
      recordActs(rows.map(({ act }) => String(act)));
      const found = (act: string, subject: string | null) => rows.find((row) => row['act'] === act && row['subject_id'] === subject);
      const [isAda, isWren] = [{ name: 'Ada Quay' }, { name: 'Wren Harbour' }];
      const byAda = { by_kind: 'person', by_id: admin, subject_label: '' };
      expect(found('waiver-granted', learner)).toMatchObject({ ...byAda, detail: { level }, involved: {} });
      expect(found('waiver-granted', learner)!['personal']).toEqual({ [admin]: isAda, [learner]: { ...isWren, about: { reason: 'Passed it elsewhere' } } });
      expect(found('account-role-given', admin)).toMatchObject({ ...byAda, persons: [admin], detail: {} });
      expect(found('account-role-given', admin)!['personal']).toEqual({ [admin]: { ...isAda, about: { role: 'mentor' } } });
      expect(found('mentor-assigned', learner)).toMatchObject({ detail: { enrollmentId: level.id }, involved: { mentor } });
      expect(found('mentor-assigned', learner)!['personal']).toEqual({ [admin]: isAda, [learner]: isWren, [mentor]: { name: 'Rook Pier' } });
      expect(found('mentor-assigned', learner)!['persons']).toEqual([admin, learner, mentor].sort());
      expect(found('mentor-assigned', null)).toMatchObject({ ...byAda, personal: { [admin]: isAda }, detail: {} });
      expect(found('account-deleted', null)).toMatchObject({ by_kind: 'unknown', by_id: null, persons: [], detail: { accountRoles: ['mentor'] } });
      expect(found('release-published', 'seamanship')).toMatchObject({ subject_label: 'Seamanship', detail: { release: 2, previousRelease: 1, from: 'file' } });
      expect(found('move-superseded', 'seamanship')!['detail']).toEqual({ moveId, laterMoveId });
      while (!(await has())) await source.undoLastMigration();
      expect(await source.query('select * from audit_entry order by id')).toEqual(before);
    } finally {
      await source.destroy();
      await ground.drop();
    }
  });

  it('is found by a person without reading all entries', async () => {
    const person = randomUUID();
    await daymark.database.query('alter table audit_entry disable trigger audit_entry_guard');
    // The person is in 4 of 20,000 entries, and each of five admins in every fifth.
    for (let half = 0; half < 2; half++)
      await daymark.database.query(
        `insert into audit_entry (id, at, act, by_kind, by_id, subject_kind, subject_id, subject_label, involved, persons, personal, detail)
         select gen_random_uuid(), '2026-03-02T09:00:00Z', 'email-confirmed', 'person', admin, 'account', subject, '', '{}', array[admin, subject], '{}', '{}'
         from (select lpad(to_hex(n % 5), 32, '0')::uuid as admin, case when n <= 2 then $1::uuid else gen_random_uuid() end as subject
               from generate_series(1, 10000) as n) as entry`,
        [person],
      );
    await daymark.database.query('analyze audit_entry');
    const plan = async (who: string) => {
      const rows = await daymark.database.query<{ 'QUERY PLAN': string }[]>(`explain ${AUDIT_ENTRIES}`, [null, null, who, null, 51]);
      return rows.map((row) => row['QUERY PLAN']).join('\n');
    };
    expect(await plan(person)).toContain('audit_entry_persons');
    // Someone who is in every fifth entry: the newest entries have them.
    expect(await plan('00000000-0000-0000-0000-000000000001')).toContain('Index Scan Backward using audit_entry_key');
  });
});

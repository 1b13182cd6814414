import type { QueryRunner } from 'typeorm';
import { startDaymark } from '../support/daymark.js';

describe('a deadlock', () => {
  const daymark = startDaymark();
  const started: QueryRunner[] = [];
  const begin = async () => {
    const transaction = daymark.database.createQueryRunner();
    started.push(transaction);
    await transaction.startTransaction();
    return transaction;
  };

  afterEach(async () => {
    for (const transaction of started) if (transaction.isTransactionActive) await transaction.rollbackTransaction();
    for (const transaction of started.splice(0)) await transaction.release();
  });

  // PostgreSQL's timers are signals. With a faked date (npm run test:dates) they only work if the library leaves them alone.
  it('is found by the database, which ends one of the two transactions', async () => {
    await daymark.database.query('create table fork (id int primary key)');
    await daymark.database.query('insert into fork values (1), (2)');
    const [left, right] = [await begin(), await begin()];
    const takes = (transaction: QueryRunner, id: number): Promise<unknown> => transaction.query('select from fork where id = $1 for update', [id]);
    const takesOrLeaves = (transaction: QueryRunner, id: number) =>
      takes(transaction, id).catch(async (error: unknown) => {
        await transaction.rollbackTransaction();
        throw error;
      });
    await Promise.all([takes(left, 1), takes(right, 2)]);
    const ends = await Promise.allSettled([takesOrLeaves(left, 2), takesOrLeaves(right, 1)]);
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(ends.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { driverError: { code: '40P01' } } });
  });
});

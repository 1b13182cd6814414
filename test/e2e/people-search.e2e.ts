import { assignMentor } from '../../src/enrollments/enrollments.contract.js';
import { listLearners } from '../../src/mentoring/mentoring.contract.js';
import { listAccounts } from '../../src/users/users.contract.js';
import { startDaymark } from '../support/daymark.js';
import type { Someone } from '../support/people.js';

const NAMES = ['Élodie Ünal', 'Özlem ÇELİK', 'Zoë Łukasiewicz', 'Søren Weiß', 'Ольга Ёлкина', 'ΟΔΥΣΣΕΥΣ'];

/** Who is found by what, with or without accents, in any case, composed or not. */
const FOUND: [search: string, name: string][] = [
  ['elodie', 'Élodie Ünal'],
  ['élodie', 'Élodie Ünal'],
  ['ÉLODIE', 'Élodie Ünal'],
  ['e\u0301lodie u\u0308nal', 'Élodie Ünal'],
  ['ünal', 'Élodie Ünal'],
  ['  elodie   unal ', 'Élodie Ünal'],
  ['ｅｌｏｄｉｅ', 'Élodie Ünal'],
  ['çelik', 'Özlem ÇELİK'],
  ['celik', 'Özlem ÇELİK'],
  ['CELIK', 'Özlem ÇELİK'],
  ['zoe', 'Zoë Łukasiewicz'],
  ['lukasiewicz', 'Zoë Łukasiewicz'],
  ['soren', 'Søren Weiß'],
  ['weiss', 'Søren Weiß'],
  ['weiß', 'Søren Weiß'],
  ['ольга елкина', 'Ольга Ёлкина'],
  ['οδυσσευς', 'ΟΔΥΣΣΕΥΣ'],
];

describe('people are found whatever their accents, case and normal form', () => {
  const daymark = startDaymark();
  let [admin, mentor]: Someone[] = [];
  beforeAll(async () => {
    admin = await daymark.withRoles('admin');
    mentor = await daymark.withRoles('mentor');
    for (const name of NAMES) {
      const learner = await daymark.learner({ name });
      await admin.call(assignMentor, { params: { enrollmentId: learner.enrollmentId }, body: { mentorId: mentor.id } });
    }
    // As an older client, or a Mac, may have written it.
    await daymark.database.query('update account set name = normalize(name, NFD) where name = $1', ['Zoë Łukasiewicz']);
  }, 60_000);
  const names = (items: { name: string }[]) => items.map(({ name }) => name.normalize('NFC'));

  it.each(FOUND)('"%s" among accounts', async (search, name) => {
    expect(names((await admin!.call(listAccounts, { query: { search } })).items)).toEqual([name]);
  });

  it.each(FOUND)('"%s" among the learners of a mentor', async (search, name) => {
    expect(names((await mentor!.call(listLearners, { query: { search } })).items)).toEqual([name]);
  });
});

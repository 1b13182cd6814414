import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What writes assignments, exports them for their learner, or compares those of a backup with those of now. */
const MAY_NAME_THE_TABLE = [
  'src/archive/owned-tables.ts',
  'src/backup/restore/since/compare.ts',
  'src/enrollments/enrollment-reader.entity.ts',
  'src/enrollments/readers/mentor-handover.service.ts',
  'src/enrollments/readers/readers.sql.ts',
];

describe('who may read a learner', () => {
  it('is said in one place: every other statement asks READERS, which wants the account role too', () => {
    const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
    const naming = files.map((file) => join('src', file)).filter((file) => readFileSync(file, 'utf8').includes('enrollment_reader'));
    expect(naming.sort()).toEqual(MAY_NAME_THE_TABLE);
  });
});

import { createHash } from 'node:crypto';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StartFault } from '../../src/platform/boot/start-fault.js';
import { PublishingService } from '../../src/curriculum/publishing.service.js';
import { startDaymark } from '../support/daymark.js';

const FAULTY = 'slug: harbour\ntitle: 7';

describe('the folder of shipped curricula', () => {
  const daymark = startDaymark();
  const folder = mkdtempSync(join(tmpdir(), 'daymark-curricula-'));
  const importFolder = () => daymark.app.get(PublishingService).importFrom(folder);
  const filesRead = () => daymark.database.query<{ file: string }[]>('select file_name as file from shipped_curriculum order by file_name');
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is read at the first start, and each file is noted', async () => {
    expect(await filesRead()).toEqual([{ file: 'certified-mlops-engineer.yaml' }, { file: 'kubernetes.yaml' }]);
  });

  it('stops the start when a file has faults, and notes nothing', async () => {
    writeFileSync(join(folder, 'harbour.yaml'), FAULTY);
    await expect(importFolder()).rejects.toThrow(StartFault);
    expect(await filesRead()).toHaveLength(2);
  });

  it('is not parsed again while the bytes of its files are the same', async () => {
    const sha256 = createHash('sha256').update(FAULTY).digest();
    await daymark.database.query('insert into shipped_curriculum (sha256, file_name, read_at) values ($1, $2, $3)', [
      sha256,
      'harbour.yaml',
      daymark.clock.now().toString(),
    ]);
    await expect(importFolder()).resolves.toBeUndefined();
  });

  it('changes no certification that exists already', async () => {
    const releases = () => daymark.database.query<{ count: number }[]>('select count(*)::int as count from release');
    const before = await releases();
    copyFileSync('curricula/kubernetes.yaml', join(folder, 'kubernetes-copy.yaml'));
    writeFileSync(join(folder, 'kubernetes-copy.yaml'), '\n# A newer copy of the same file\n', { flag: 'a' });
    await importFolder();
    expect(await releases()).toEqual(before);
    expect(await filesRead()).toContainEqual({ file: 'kubernetes-copy.yaml' });
  });
});

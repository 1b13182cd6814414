import { readFileSync } from 'node:fs';
import { publishCurriculum, readCertification } from '../../src/curriculum/curriculum.contract.js';
import { enroll } from '../../src/enrollments/enrollments.contract.js';
import { startDaymark } from '../support/daymark.js';
import { EVENINGS } from '../support/people.js';
import { SystemClock } from '../support/system-clock.js';
import { openBrowser } from './browser.js';

const shipped = readFileSync('curricula/certified-mlops-engineer.yaml', 'utf8').replace('slug: certified-mlops-engineer', 'slug: mine');
const renewed = shipped
  .replace('slug: ml-lifecycle', 'slug: from-idea-to-use')
  .replaceAll('ml-lifecycle', 'from-idea-to-use')
  .replace('title: The ML lifecycle', 'title: From idea to use');
const thirtyDaysAhead = () => new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
const LEARNERS = 3;

describe('an admin who moves learners', () => {
  const daymark = startDaymark({ worker: true, clock: new SystemClock() });
  const browser = openBrowser();

  it('sees what they gain and lose, watches them go, and is told when they are there', async () => {
    const admin = await daymark.withRoles('admin');
    await admin.call(publishCurriculum, { body: { text: shipped } });
    const { levels } = await admin.call(readCertification, { params: { slug: 'mine' } });
    for (let count = 0; count < LEARNERS; count += 1) {
      const learner = await daymark.learner({ enrolled: false });
      await learner.call(enroll, { body: { levelId: levels[0]!.id, examOn: thirtyDaysAhead(), availability: EVENINGS } });
    }
    await admin.call(publishCurriculum, { body: { text: renewed } });

    const page = await browser.as(daymark.url, admin.email);
    await page.goto(`${daymark.url}/curriculum`);
    await page.getByText(`${LEARNERS} learners under way, ${LEARNERS} on earlier releases`).click();
    const concerned = page.getByRole('list', { name: 'Whom it concerns' });
    await concerned.getByText('They would gain From idea to use.').waitFor();
    await concerned.getByText('They would lose The ML lifecycle; what they logged for it stays.').waitFor();
    await browser.shoot('move-impact');

    // The first look comes upon a move that is under way; the worker is too quick to be caught at it otherwise.
    let isFirst = true;
    await page.route('**/certifications/mine/moves*', async (route) => {
      if (route.request().method() !== 'GET' || !isFirst) return route.continue();
      isFirst = false;
      const response = await route.fetch();
      const page = (await response.json()) as { items: object[] };
      return route.fulfill({ response, json: { ...page, items: page.items.map((each) => ({ ...each, moved: 1, finishedAt: null })) } });
    });
    await page.getByRole('button', { name: `Move ${LEARNERS} learners to release 2` }).click();
    await page.getByText(`Moving to release 2: 1 of ${LEARNERS}`).waitFor();
    await page.getByRole('progressbar', { name: '33% moved' }).waitFor();
    await page.getByText(`${LEARNERS} learners moved to release 2`).waitFor();
    await page.getByText('Nobody is on an earlier release any more').waitFor();
    await browser.shoot('move-done');
    expect(browser.faults).toEqual([]);
  }, 240_000);

  it('is told when nobody could be moved', async () => {
    const admin = await daymark.withRoles('admin');
    const page = await browser.page();
    const learner = await daymark.learner({ enrolled: false });
    const { levels } = await admin.call(readCertification, { params: { slug: 'mine' } });
    await learner.call(enroll, { body: { levelId: levels[0]!.id, examOn: thirtyDaysAhead(), availability: EVENINGS } });
    await admin.call(publishCurriculum, { body: { text: shipped } });
    await page.reload();
    await page.getByText(/on earlier releases/).click();
    await page.route('**/certifications/mine/moves*', (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()));
    await page.getByRole('button', { name: /^Move \d+ learners? to release 3$/ }).click();
    await page.getByRole('alert').getByText('Nobody was moved').waitFor();
    await browser.shoot('move-failed');
  }, 240_000);
});

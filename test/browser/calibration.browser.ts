import { startDaymark } from '../support/daymark.js';
import { SystemClock } from '../support/system-clock.js';
import { barriersAtEachWidth } from './barriers.js';
import { openBrowser } from './browser.js';

/** An admin sees how well the chances came out. */
describe('how chances came out', () => {
  const daymark = startDaymark({ clock: new SystemClock() });
  const browser = openBrowser();

  /** Exams of a learner's level, more of them passed the higher the chance was. */
  const examsOf = (enrollmentId: string, count: number) =>
    daymark.database.query(
      `with exam as (
         insert into outcome (id, enrollment_id, taken_on, result, recorded_at, recorded_by)
         select gen_random_uuid(), e.id, date '2026-01-01' + n, case when (n * 37) % 100 < (n * 13) % 97 then 'passed' else 'failed' end, $3, e.learner_id
         from enrollment e, generate_series(1, $2::int) n where e.id = $1
         returning *
       )
       insert into exam_prediction (outcome_id, enrollment_id, level_id, release_id, taken_on, has_passed, percent, features, score, probability, model, made_at)
       select exam.id, e.id, e.level_id, e.release_id, taken_on, result = 'passed', 100, array_fill(0::real, array[13]), 60,
         (((taken_on - date '2026-01-01') * 13) % 97) / 100.0, 'oulad-2013B-2013J-2014B', $3
       from exam join enrollment e on e.id = exam.enrollment_id`,
      [enrollmentId, count, new Date().toISOString()],
    );

  it('says that no exam has come out yet, and which model is in use', async () => {
    const admin = await daymark.withRoles('admin');
    const page = await browser.as(daymark.url, admin.email);
    await page.goto(`${daymark.url}/system`);
    await page.getByRole('link', { name: 'How chances came out' }).click();
    await page.getByRole('heading', { name: 'No exam has come out yet' }).waitFor();
    await page.getByText(/has not learnt from exams here yet/).waitFor();
    await browser.shoot('calibration-empty');
    expect(await barriersAtEachWidth(page)).toEqual([]);
  }, 240_000);

  it('counts a few exams in words, and draws none of them', async () => {
    await examsOf((await daymark.learner({ examOn: inDays(30) })).enrollmentId, 3);
    const page = await browser.page();
    await page.goto(`${daymark.url}/calibration`);
    const observed = page.getByRole('region', { name: 'Predicted against observed' });
    await observed.getByText(/^3 exams came out; \d passed\. From 10 on they are drawn here/).waitFor();
    expect(await observed.getByRole('img').count()).toBe(0);
    expect(await barriersAtEachWidth(page)).toEqual([]);
  }, 240_000);

  it('shows what was predicted beside what became of it, over all and of one level and release', async () => {
    const examOn = inDays(30);
    const [foundation, professional] = [await daymark.learner({ examOn }), await daymark.learner({ examOn, level: 'professional' })];
    await examsOf(foundation.enrollmentId, 237);
    await examsOf(professional.enrollmentId, 60);
    await daymark.database.query(
      `insert into pass_model (version, fitted_at, outcomes, log_loss, log_loss_before, adopted_at, coefficients)
       values ('fit-1', $1, 300, 0.512, 0.533, $1, '{}')`,
      [new Date().toISOString()],
    );
    const page = await browser.page();
    await page.reload();
    await page.getByText('300', { exact: true }).first().waitFor();
    const diagram = page.getByRole('img', { name: /^Predicted against observed, \d+ groups of exams/ });
    await diagram.waitFor();
    await page.getByText('Show as a table').click();
    await page.getByRole('rowheader', { name: '50% to 60%' }).waitFor();
    await page.getByRole('table', { name: 'Quality of the chances by level and release' }).getByText('all releases').first().waitFor();
    await page.getByRole('table', { name: 'Fits of the model' }).getByText('fit-1').waitFor();
    await browser.shoot('calibration');
    expect(await barriersAtEachWidth(page)).toEqual([]);
    await page.getByText('Show as a table').click();
    await page.getByRole('combobox', { name: 'Level' }).click();
    await page.getByRole('option').first().click();
    await page.getByRole('combobox', { name: 'Release' }).click();
    await page.getByRole('option', { name: 'Release 1' }).click();
    await page.waitForURL(/level=.*release=1/);
    await diagram.waitFor();
    expect(await barriersAtEachWidth(page)).toEqual([]);
    expect(browser.faults).toEqual([]);
  }, 240_000);
});

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

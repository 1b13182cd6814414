import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { publishCurriculum, readCertification } from '../../src/curriculum/curriculum.contract.js';
import { assignMentor } from '../../src/enrollments/enrollments.contract.js';
import { startDaymark } from '../support/daymark.js';
import { SystemClock } from '../support/system-clock.js';
import { atEachWidth, openBrowser, overflowOf, PHONE } from './browser.js';
import { settled } from './settled.js';

const shipped = readFileSync('curricula/certified-mlops-engineer.yaml', 'utf8');

describe('someone who looks for their level', () => {
  const daymark = startDaymark({ clock: new SystemClock() });
  const browser = openBrowser();
  const mentors = openBrowser();
  let asked: { mentor: string; level: string; learner: string };

  it('sees how the levels of a certification lead to one another', async () => {
    const page = await browser.page();
    await page.goto(`${daymark.url}/levels`);
    await page.getByRole('link', { name: 'Certified MLOps Engineer' }).first().click();
    await page.getByRole('heading', { level: 1, name: 'Certified MLOps Engineer' }).waitFor();
    const map = page.getByRole('list', { name: 'Map of levels' });
    await map.getByRole('link', { name: /MLOps Professional.*Recommends MLOps Foundation first.*Leads to MLOps Advanced/ }).waitFor();
    await map.getByRole('link', { name: /MLOps Specialist.*Weights of skills not published yet/ }).waitFor();
    await browser.shoot('certification');
    // No box is too low for what is in it, and on the phone the map is as wide as what stands below it.
    const edges = `[...document.querySelectorAll('[aria-label="Map of levels"]')].map((map) => map.getBoundingClientRect().right)[0]
      - document.querySelector('main dl').getBoundingClientRect().right`;
    await atEachWidth(page, async ({ width }) => {
      if (width === PHONE.width) expect(Math.abs(await page.evaluate<number>(edges))).toBeLessThan(1);
      expect(await map.getByRole('link').evaluateAll((all) => all.filter((each) => each.scrollHeight > each.clientHeight).length)).toBe(0);
      expect(await overflowOf(page)).toBeLessThanOrEqual(0);
    });
  }, 240_000);

  it('is told where to start, and why, by role, by path and by what they know', async () => {
    const page = await browser.page();
    await page.getByRole('heading', { name: 'Start with MLOps Foundation' }).waitFor();
    await page.getByRole('combobox', { name: 'I am a' }).fill('Data Eng');
    await page.getByRole('option', { name: 'Data Engineer' }).click();
    await page
      .getByRole('list', { name: 'Why' })
      .getByText(/Data Engineer/)
      .first()
      .waitFor();
    const [known, lacking] = [page.getByRole('group', { name: 'I know' }), page.getByRole('group', { name: 'I do not know yet' })];
    for (const name of ['Docker', 'Python', 'Linux']) await known.getByRole('button', { name, exact: true }).click();
    const [kubernetes, not] = [
      known.getByRole('button', { name: 'Kubernetes', exact: true }),
      lacking.getByRole('button', { name: 'Kubernetes', exact: true }),
    ];
    const places = () => known.getByRole('button').evaluateAll((all) => all.map((each) => `${each.offsetLeft} ${each.offsetTop} ${each.offsetWidth}`));
    const pressed = async () => [await kubernetes.getAttribute('aria-pressed'), await not.getAttribute('aria-pressed')];
    await atEachWidth(page, async () => {
      const before = await places();
      expect(before.length).toBeGreaterThan(3);
      await kubernetes.click();
      expect(await pressed()).toEqual(['true', 'false']);
      expect(await places()).toEqual(before);
      await not.click();
      expect(await pressed()).toEqual(['false', 'true']);
      expect(await places()).toEqual(before);
    });
    await page.getByRole('heading', { name: 'Start with MLOps Professional' }).waitFor();
    await browser.shoot('finder');
    await page.getByRole('link', { name: 'Look at MLOps Professional' }).click();
    await page.getByRole('heading', { level: 1, name: 'MLOps Professional' }).waitFor();
  }, 240_000);

  it('reads a level with its plans side by side, and checks what it asks for', async () => {
    const page = await browser.page();
    for (const length of ['7 to 14 days', '30 days', '60 days']) await page.getByRole('heading', { level: 3, name: length }).waitFor();
    await page.getByText('Show as a table').click();
    await page
      .getByRole('table', { name: 'Skills of MLOps Professional' })
      .getByRole('row', { name: /Experiment tracking 20% 5 h/ })
      .waitFor();
    await page.getByText(/See where you stand: \d questions/).click();
    await page.getByRole('radiogroup', { name: 'Do you know what MLOps Foundation teaches?' }).waitFor();
    const colour = (of: string, name: string) => page.evaluate<string>(`getComputedStyle(document.querySelector('${of}')).${name}`);
    expect(await colour('input[type=radio]', 'borderTopColor')).toBe(await page.evaluate<string>(STRONG));
    const groups = page.getByRole('radiogroup');
    for (let index = 0; index < (await groups.count()); index += 1) await groups.nth(index).getByRole('radio', { name: 'No' }).check();
    await page.getByRole('heading', { name: 'Start with MLOps Foundation' }).waitFor();
    await browser.shoot('self-check');
    // Half of it and more is there: one may begin here, and is told so without being sent to the page one is on.
    for (let index = 0; index < (await groups.count()); index += 1)
      await groups
        .nth(index)
        .getByRole('radio', { name: index < 3 ? 'Yes' : 'In part' })
        .check();
    const here = page.getByRole('region', { name: 'You can start here, with MLOps Professional' });
    await here.getByText('What is missing is less than half of what MLOps Professional asks for').waitFor();
    expect(await here.getByText('You have what MLOps Professional asks for').count()).toBe(0);
    expect(await here.getByRole('link', { name: /Look at/ }).count()).toBe(0);
    await browser.shoot('self-check-here');
    expect(browser.faults).toEqual([]);
  }, 240_000);

  it('reads what was written with marks as what they mean, on every page', async () => {
    const text = JSON.stringify({ ...(marked(parse(shipped)) as object), slug: 'marked' });
    await (await daymark.withRoles('admin')).call(publishCurriculum, { body: { text } });
    const page = await browser.page();
    const { levels } = await daymark.visitor().call(readCertification, { params: { slug: 'marked' } });
    for (const path of ['/levels', '/certifications/marked', `/levels/${levels[1]!.id}`, '/search?q=so']) {
      await page.goto(`${daymark.url}${path}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await settled(page);
      const closed = page.locator('main details:not([open]) > summary');
      while ((await closed.count()) > 0) await closed.first().click();
      await settled(page);
      expect(await page.getByRole('main').innerText()).not.toMatch(/\*\*|\]\(/);
    }
    await browser.shoot('marked');
  }, 240_000);

  it('finds a level locked with what opens it, and requests a waiver', async () => {
    const [learner, admin, mentor] = [
      await daymark.learner({ examOn: inDays(30), name: 'Pia Tideway' }),
      await daymark.withRoles('admin'),
      await daymark.withRoles('mentor'),
    ];
    await admin.call(assignMentor, { params: { enrollmentId: learner.enrollmentId }, body: { mentorId: mentor.id } });
    const { levels } = await learner.call(readCertification, { params: { slug: 'kubernetes' } });
    const { id } = levels.find(({ slug }) => slug === 'security-specialist')!;
    asked = { mentor: mentor.email, level: `${daymark.url}/levels/${id}`, learner: `${daymark.url}/board/${learner.enrollmentId}` };
    const page = await browser.as(daymark.url, learner.email);
    await page.goto(asked.level);
    await page.getByText('It opens once you have passed Kubernetes Administrator (CKA) and said so here.').waitFor();
    const before = page.getByRole('list', { name: 'What comes before' }).getByRole('listitem');
    await before.filter({ hasText: 'Demanded' }).getByRole('link', { name: 'Kubernetes Administrator (CKA)' }).waitFor();
    await before.filter({ hasText: 'Recommended' }).getByText('Knowledge').waitFor();
    const cutLabels = () => page.locator('main .mantine-Button-label').evaluateAll((all) => all.filter((each) => each.scrollWidth > each.clientWidth).length);
    expect(await atEachWidth(page, cutLabels)).toEqual([0, 0]);
    await browser.shoot('level-locked');
    await page.getByRole('link', { name: 'Passed it elsewhere? Request waiver' }).click();
    await page.getByRole('heading', { level: 1, name: 'Kubernetes Administrator (CKA) comes first' }).waitFor();
    expect(await page.getByText('When is the exam?').count()).toBe(0);
    await browser.shoot('enroll-locked');
    await asks('Passed it in 2024', 'Request waiver');
    await browser.shoot('enroll-asked');
  }, 240_000);

  it('is declined by their mentor, with a reason, and asks again', async () => {
    const desk = await mentors.as(daymark.url, asked.mentor);
    await desk.getByRole('region', { name: 'Waiver requests' }).getByText('Pia Tideway: Kubernetes Security Specialist (CKS)').waitFor();
    await mentors.shoot('board-waiver-request');
    await answers('Show me the certificate', 'Decline');
    const page = await browser.page();
    await page.goto(asked.level);
    await page.getByText('Your waiver request was declined: “Show me the certificate”.').waitFor();
    await page.getByRole('link', { name: 'Ask again' }).click();
    await page.getByText('A mentor declined your request').waitFor();
    await asks('You have it in your inbox', 'Ask again');
  }, 240_000);

  it('gets a waiver from their mentor, and starts', async () => {
    await answers('Seen the certificate', 'Grant waiver');
    await (await mentors.page()).getByRole('list', { name: 'Waivers of Pia Tideway' }).getByText('“Seen the certificate”, granted by A mentor').waitFor();
    await mentors.shoot('mentor-waiver');
    const page = await browser.page();
    await page.goto(asked.level);
    await page.getByText('A mentor granted you a waiver: “Seen the certificate”').waitFor();
    await page.getByText('Requirements waived: you can start this level').waitFor();
    await page.getByRole('list', { name: 'What comes before' }).getByRole('listitem').filter({ hasText: 'Waived' }).waitFor();
    await browser.shoot('level-waived');
    await page.getByRole('link', { name: 'Choose a date and start' }).click();
    await page.getByRole('heading', { name: 'When is the exam?' }).waitFor();
    expect([...browser.faults, ...mentors.faults]).toEqual([]);
  }, 240_000);

  async function asks(reason: string, button: string): Promise<void> {
    const page = await browser.page();
    await page.getByLabel('Why you don’t need to do that first').fill(reason);
    await page.getByRole('button', { name: button }).click();
    await page.getByRole('status').getByText('Nobody has decided yet').waitFor();
  }

  async function answers(reason: string, button: string): Promise<void> {
    const page = await mentors.page();
    await page.goto(asked.learner);
    const request = page.getByRole('list', { name: 'Requests of Pia Tideway' }).getByRole('listitem');
    await request.getByLabel('Your reason').fill(reason);
    await request.getByRole('button', { name: button }).click();
    await request.waitFor({ state: 'detached' });
  }

  it('gets a waiver from an admin, with a reason, on the People page', async () => {
    const learner = await daymark.learner({ enrolled: false, name: 'Pia Tideway' });
    const page = await browser.as(daymark.url, (await daymark.withRoles('admin')).email);
    await page.goto(`${daymark.url}/people?search=${learner.email}`);
    await page.getByText('Waivers').click();
    await page.getByRole('combobox', { name: 'Level to unlock' }).click();
    expect(await page.getByRole('option').allTextContents()).toEqual(['Kubernetes Security Specialist (CKS)']);
    await page.getByRole('option', { name: 'Kubernetes Security Specialist (CKS)' }).click();
    await page.getByLabel('Why').fill('Ran our clusters for a year');
    await page.getByRole('button', { name: 'Grant a waiver' }).click();
    await page
      .getByRole('list', { name: 'Waivers of Pia Tideway' })
      .getByText(/“Ran our clusters for a year”, granted by A admin/)
      .waitFor();
    await browser.shoot('waiver');
    expect(browser.faults).toEqual([]);
  }, 240_000);
});

const PROSE = ['text', 'summary', 'exception', 'description', 'validates', 'assessment', 'renewal', 'answer', 'format', 'mistakes', 'acceptance'];

/** A curriculum with marks in all its prose. */
function marked(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map((each) => marked(each, key));
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([name, held]) => [name, marked(held, name)]));
  return typeof value === 'string' && PROSE.includes(key) ? `${value} **So** [it](https://harbour.example) is.` : value;
}

/** The colour of the edge of a control, 3:1 against its ground, as the browser tells colours. */
const STRONG = `(() => {
  const probe = document.body.appendChild(document.createElement('i'));
  probe.style.color = 'var(--line-strong)';
  return [getComputedStyle(probe).color, probe.remove()][0];
})()`;

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { parse } from 'yaml';
import { publishCurriculum, readLevel } from '../../src/curriculum/curriculum.contract.js';
import { openDraft } from '../../src/curriculum/drafts/draft.contract.js';
import { assignMentor } from '../../src/enrollments/enrollments.contract.js';
import { recordPractice } from '../../src/progress/practice/practice.contract.js';
import { changeAccount } from '../../src/users/users.contract.js';
import { invite } from '../../src/users/invitations/invitations.contract.js';
import { startDaymark } from '../support/daymark.js';
import type { Someone } from '../support/people.js';
import { SystemClock } from '../support/system-clock.js';
import { openBrowser, overflowOf, PHONE } from './browser.js';
import { editorPages, PAGES_BY_ROLE } from './pages-by-role.js';
import { settled } from './settled.js';

/** One long word, as a name, a title or a note may contain it. */
const long = (letters: string) => letters.repeat(Math.ceil(90 / letters.length)).slice(0, 90);
const addressOf = (who: string) => `${who.repeat(60).slice(0, 60)}@${'harbour'.repeat(8)}.example`;
const PLACES = {
  learner: [...PAGES_BY_ROLE.learner, '/certifications/certified-mlops-engineer'],
  mentor: [...PAGES_BY_ROLE.mentor, '/board/:enrollmentId'],
  admin: [...PAGES_BY_ROLE.admin, ...editorPages('certified-mlops-engineer')],
};
const shipped = parse(readFileSync('curricula/certified-mlops-engineer.yaml', 'utf8')) as object;

describe('words of 90 letters on a phone', () => {
  const daymark = startDaymark({ worker: true, clock: new SystemClock() });
  const browser = openBrowser(PHONE);
  let enrollmentId = '';
  const people: Record<string, Someone> = {};

  beforeAll(async () => {
    const [admin, mentor] = [await daymark.withRoles('admin'), await daymark.withRoles('mentor')];
    for (const person of [admin, mentor]) await person.call(changeAccount, { body: { name: long('Wrenharbour') } });
    await admin.call(publishCurriculum, { body: { text: JSON.stringify(withLongTitles(shipped)) } });
    const learner = await daymark.learner({ name: long('Tidewater'), email: addressOf('tide'), examOn: inDays(40) });
    ({ enrollmentId } = learner);
    await admin.call(assignMentor, { params: { enrollmentId }, body: { mentorId: mentor.id } });
    const { skills } = await learner.call(readLevel, { params: { levelId: learner.enrollment.level.id } });
    await learner.logs({ date: inDays(0), minutes: 45, skillId: skills[0]!.id, note: long('note') });
    const body = { takenOn: inDays(-1), source: long('Mockexam'), itemsRight: 21, itemsAsked: 30, skills: [] };
    await learner.call(recordPractice, { params: { enrollmentId }, body, headers: { 'idempotency-key': crypto.randomUUID() } });
    await admin.call(invite, { body: { email: addressOf('guest') } });
    await admin.call(openDraft, { body: { certification: 'certified-mlops-engineer' } });
    Object.assign(people, { admin, mentor, learner });
  }, 240_000);

  it.each(Object.entries(PLACES))(
    'break on every page of a %s',
    async (role, paths) => {
      const page = await browser.as(daymark.url, people[role]!.email);
      const found: string[] = [];
      for (const path of paths) {
        await page.goto(`${daymark.url}${path.replace(':enrollmentId', enrollmentId)}`);
        await page.getByRole('heading', { level: 1 }).first().waitFor();
        await settled(page);
        const overflow = await overflowOf(page);
        if (overflow > 0) found.push(`${path} is ${overflow} pixels too wide`);
        found.push(...(await cutOff(page)).map((text) => `${path}: ${text}`));
      }
      expect(found).toEqual([]);
      expect(browser.faults).toEqual([]);
    },
    240_000,
  );
});

/** Texts that are cut off: they reach beyond the window, or beyond a box that hides the rest without "…" and does not scroll. */
const cutOff = (page: Page) =>
  page.evaluate<string[]>(`[...document.querySelectorAll('body *')]
    .filter((each) => [...each.childNodes].some((node) => node.nodeType === 3 && /\\S{60}/.test(node.data)))
    .filter((each) => each.checkVisibility({ visibilityProperty: true }) && each.getBoundingClientRect().width > 2)
    .filter((each) => {
      const range = document.createRange();
      range.selectNodeContents(each);
      const right = range.getBoundingClientRect().right;
      for (let box = each; box; box = box.parentElement) {
        const style = getComputedStyle(box);
        const isBeyond = right > box.getBoundingClientRect().right + 1;
        if (/auto|scroll/.test(style.overflowX)) return false;
        if (style.overflowX !== 'visible' && isBeyond) return style.textOverflow !== 'ellipsis';
      }
      return right > window.innerWidth + 1;
    })
    .map((each) => each.tagName + ' ' + each.className + ' in ' + each.parentElement.className + ': ' + each.textContent.slice(0, 30))`);

/** The curriculum with a word of 90 letters as every title. */
function withLongTitles(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withLongTitles);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, key === 'title' && typeof inner === 'string' ? longTitle(inner) : withLongTitles(inner)]),
  );
}
const longTitle = (title: string) => long(title.replaceAll(/[^\p{L}]/gu, ''));

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

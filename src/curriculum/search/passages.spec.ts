import { readFileSync } from 'node:fs';
import { CurriculumDocument } from '../curriculum-document.contract.js';
import { readCurriculum } from '../read-curriculum.js';
import { passagesOf, type Passage } from './passages.js';

const small = CurriculumDocument.parse({
  slug: 'lamps',
  title: 'Certified Lamplighter',
  host: 'The Harbour',
  summary: 'Keep the lights on.',
  audience: ['Keepers'],
  technologies: ['Oil', 'Wick'],
  assessment: 'At night.',
  levels: [
    {
      slug: 'first',
      title: 'First Light',
      track: 'Beginner',
      audience: [],
      summary: 'One lamp.',
      order: 1,
      prerequisites: [{ kind: 'knowledge', text: 'Know which way is up.', rule: 'recommended' }],
      skills: [{ slug: 'trim', title: 'Trimming', description: 'Trim a wick.' }],
      projects: [{ slug: 'night', title: 'A night alone', description: 'Stay awake.', acceptance: ['It burnt till dawn.'] }],
      planTemplates: [
        {
          ...{ slug: 'week', title: '1 week', summary: 'Quick.', minDays: 7, maxDays: 7, needed: true },
          phases: [{ title: 'Dusk', summary: 'Begin.', sharePercent: 100, focus: [] }],
        },
      ],
      mistakes: ['Falling asleep.'],
      next: { sameTrack: { name: 'First Light again', level: 'first' }, leadership: { name: 'Harbour master' } },
    },
  ],
  learningPaths: [{ slug: 'night-shift', title: 'Night shift', focus: 'For owls.', levels: ['first'], basis: 'estimate' }],
  jobRoles: [{ slug: 'keeper', title: 'Keeper', summary: 'Keeps.', recommended: [{ level: 'first' }, { external: 'Rope Work' }] }],
  nextCertifications: { sameTrack: [{ name: 'Foghorns', summary: 'Louder.' }] },
  providers: [{ slug: 'guild', name: 'The Guild', summary: 'Teaches.' }],
  questions: [{ slug: 'dark', group: 'general', question: 'Is it dark?', answer: 'Mostly.' }],
});

describe('passages of a curriculum', () => {
  it('are all there is to find in it, each with the level it belongs to', () => {
    expect(passagesOf(small)).toEqual<Passage[]>([
      {
        ...{ kind: 'certification', level: null, slug: 'lamps', title: 'Certified Lamplighter' },
        body: 'Keep the lights on. The Harbour. Oil, Wick. Keepers. At night.',
      },
      {
        ...{ kind: 'level', level: 'first', slug: 'first', title: 'First Light' },
        body: 'One lamp. Beginner. Know which way is up. Quick. Dusk. Begin. Falling asleep.',
      },
      { kind: 'skill', level: 'first', slug: 'trim', title: 'Trimming', body: 'Trim a wick.' },
      { kind: 'project', level: 'first', slug: 'night', title: 'A night alone', body: 'Stay awake. It burnt till dawn.' },
      { kind: 'next-certification', level: 'first', slug: 'leadership', title: 'Harbour master', body: '' },
      { kind: 'learning-path', level: null, slug: 'night-shift', title: 'Night shift', body: 'For owls.' },
      { kind: 'job-role', level: null, slug: 'keeper', title: 'Keeper', body: 'Keeps. Rope Work.' },
      { kind: 'next-certification', level: null, slug: 'same-track', title: 'Foghorns', body: 'Louder.' },
      { kind: 'provider', level: null, slug: 'guild', title: 'The Guild', body: 'Teaches.' },
      { kind: 'question', level: null, slug: 'dark', title: 'Is it dark?', body: 'Mostly.' },
    ]);
  });

  it('hold what was written with marks as plain words', () => {
    const [level] = small.levels;
    const marked = { ...small, levels: [{ ...level!, summary: 'One **lamp**:\n\n- [lit](https://harbour.example)\n- trimmed' }] };
    expect(passagesOf(marked)[1]?.body).toMatch(/^One lamp: lit, trimmed Beginner\./);
  });

  it('never hold more than PostgreSQL takes', () => {
    const [level] = small.levels;
    const wordy = { ...small, levels: [{ ...level!, mistakes: Array.from({ length: 200 }, () => `${'word '.repeat(998)}word.`) }] };
    expect(passagesOf(wordy)[1]?.body).toHaveLength(50_000);
  });

  it.each(['certified-mlops-engineer', 'kubernetes'])('of %s leave out no prose that a person reads there', (slug) => {
    const { document } = readCurriculum(readFileSync(`curricula/${slug}.yaml`, 'utf8'));
    const found = passagesOf(document!)
      .map(({ title, body }) => `${title} ${body}`)
      .join('\n');
    const prose = ['title', 'name', 'summary', 'description', 'question', 'answer', 'text', 'focus', 'validates', 'acceptance', 'mistakes', 'assessment'];
    const missing: string[] = [];
    const look = (value: unknown, key: string, within: string) => {
      if (Array.isArray(value)) for (const each of value) look(each, key, within);
      else if (value !== null && typeof value === 'object') for (const [name, held] of Object.entries(value)) look(held, name, `${within}.${name}`);
      else if (typeof value === 'string' && prose.includes(key) && !found.includes(value)) missing.push(within);
    };
    look(document, '', '');
    // The names of plans ('30 days') would only be in the way, and a next step that is a level here is found as that.
    expect([...new Set(missing)].filter((path) => !/planTemplates\.title$|\.next\.|\.phases\.focus$/.test(path))).toEqual([]);
  });
});

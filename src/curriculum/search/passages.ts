import type { CurriculumDocument, LevelDocument } from '../curriculum-document.contract.js';
import { plainText } from '../plain-text.js';
import type { PassageKind } from '../search.contract.js';

/** A part of a curriculum that is found by itself. */
export interface Passage {
  kind: PassageKind;
  /** Slug of the level it belongs to; null for what belongs to the certification as a whole. */
  level: string | null;
  slug: string;
  title: string;
  /** Plain prose without marks; excerpts are cut from it. */
  body: string;
}

/** A body is searched to here. PostgreSQL holds no more than a megabyte of words of one row, and a level may hold far more than anybody reads. */
const LONGEST_BODY = 50_000;

/** Everything a search can find in a curriculum, in the order of the document. */
export function passagesOf(document: CurriculumDocument): Passage[] {
  const { slug, title, levels, learningPaths, jobRoles, providers, questions, nextCertifications } = document;
  const whole = { level: null };
  return [
    { ...whole, kind: 'certification', slug, title, body: certificationBody(document) },
    ...levels.flatMap(levelPassages),
    ...learningPaths.map(({ slug, title, focus }): Passage => ({ ...whole, kind: 'learning-path', slug, title, body: prose(focus) })),
    ...jobRoles.map(({ slug, title, summary, recommended }): Passage => ({
      ...whole,
      kind: 'job-role',
      slug,
      title,
      body: prose(summary, list(recommended.flatMap((each) => ('external' in each ? each.external : [])))),
    })),
    ...ways(nextCertifications).flatMap(([way, steps]) => steps.flatMap((step) => nextPassage(null, way, step))),
    ...providers.map(({ slug, name, summary }): Passage => ({ ...whole, kind: 'provider', slug, title: name, body: prose(summary) })),
    ...questions.map(({ slug, question, answer }): Passage => ({ ...whole, kind: 'question', slug, title: question, body: prose(answer) })),
  ];
}

function levelPassages(level: LevelDocument): Passage[] {
  const { slug, title, skills, projects, next = {} } = level;
  const within = { level: slug };
  return [
    { ...within, kind: 'level', slug, title, body: levelBody(level) },
    ...skills.map(({ slug, title, description }): Passage => ({ ...within, kind: 'skill', slug, title, body: prose(description) })),
    ...projects.map(({ slug, title, description, acceptance }): Passage => ({
      ...within,
      kind: 'project',
      slug,
      title,
      body: prose(description, ...acceptance),
    })),
    ...ways(next).flatMap(([way, step]) => nextPassage(slug, way, step)),
  ];
}

type Way = 'sameTrack' | 'crossTrack' | 'leadership';
type Step = { name: string; summary?: string | undefined; level?: string | undefined };

/** A step that is a level here is found as that level. */
const nextPassage = (level: string | null, way: string, step: Step): Passage[] =>
  step.level === undefined ? [{ kind: 'next-certification', level, slug: way, title: step.name, body: prose(step.summary) }] : [];

function ways<Held>({ sameTrack, crossTrack, leadership }: Partial<Record<Way, Held | undefined>>): [string, Held][] {
  const all: [string, Held | undefined][] = [
    ['same-track', sameTrack],
    ['cross-track', crossTrack],
    ['leadership', leadership],
  ];
  return all.flatMap(([way, held]): [string, Held][] => (held === undefined ? [] : [[way, held]]));
}

const certificationBody = ({ summary, host, technologies, audience, assessment, validityMonths }: CurriculumDocument) =>
  prose(summary, list([host]), list(technologies), list(audience), assessment, validityMonths?.renewal);

const levelBody = ({ summary, track, audience, validates, prerequisites, planTemplates, mistakes, exam }: LevelDocument) =>
  prose(
    summary,
    validates,
    list([track]),
    list(audience),
    ...prerequisites.map(({ text }) => text),
    exam?.format,
    ...planTemplates.flatMap(({ summary, exception, phases }) => [summary, exception, ...phases.flatMap(({ title, summary }) => [list([title]), summary])]),
    ...mistakes,
  );

const list = (names: readonly string[]): string | undefined => (names.length === 0 ? undefined : `${names.join(', ')}.`);

const prose = (...parts: readonly (string | undefined)[]): string =>
  parts
    .flatMap((part) => (part === undefined ? [] : plainText(part)))
    .join(' ')
    .slice(0, LONGEST_BODY);

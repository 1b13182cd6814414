import { Injectable } from '@nestjs/common';
import { Problem } from '../platform/http/problem.js';
import type { Certification } from './curriculum.contract.js';
import { CurriculumService } from './curriculum.service.js';
import type { Fault } from './fault.contract.js';
import { subjectsOf } from './subjects.js';
import { answersContradict, answerUnknown, prerequisiteKey, type Said, type StartingPoint } from './where-to-start.contract.js';
import { whereToStart } from './where-to-start.js';

/** Which level somebody starts with, by the current release of a certification. */
@Injectable()
export class WhereToStartService {
  constructor(private readonly curriculum: CurriculumService) {}

  async find(slug: string, said: Said): Promise<StartingPoint> {
    const certification = await (await this.curriculum.certification(slug)).read();
    const unknown = unknownIn(said, certification);
    if (unknown.length > 0) throw new Problem(answerUnknown, `Leave out or mend what \`errors\` names; ${slug} holds no such thing.`, { errors: unknown });
    const twice = saidTwice(said);
    if (twice.length > 0) throw new Problem(answersContradict, 'Say one thing of each; `errors` names what was said twice.', { errors: twice });
    return whereToStart(certification, said);
  }
}

function unknownIn(said: Said, certification: Certification): Fault[] {
  const slugs = (items: readonly { slug: string }[]) => new Set(items.map(({ slug }) => slug));
  const [levels, subjects] = [slugs(certification.levels), slugs(subjectsOf(certification))];
  const keys = new Set(certification.levels.flatMap(({ slug, prerequisites }) => prerequisites.map((_, index) => prerequisiteKey(slug, index))));
  const not = (known: ReadonlySet<string>, what: string, field: keyof Said) =>
    [said[field] ?? []].flat().flatMap((word) => (known.has(word) ? [] : [{ path: `query.${field}`, message: `There is no ${what} "${word}"` }]));
  return [
    ...not(slugs(certification.jobRoles), 'job role', 'role'),
    ...not(slugs(certification.learningPaths), 'learning path', 'path'),
    ...not(levels, 'level', 'level'),
    ...not(levels, 'level', 'passed'),
    ...not(subjects, 'subject', 'knows'),
    ...not(subjects, 'subject', 'lacks'),
    ...(['met', 'partly', 'unmet'] as const).flatMap((field) => not(keys, 'prerequisite', field)),
  ];
}

function saidTwice({ knows, lacks, met, partly, unmet }: Said): Fault[] {
  const both = (path: string, words: readonly string[], others: readonly string[]) =>
    words.filter((word) => others.includes(word)).map((word) => ({ path: `query.${path}`, message: `"${word}" is said otherwise too` }));
  return [...both('lacks', lacks, knows), ...both('partly', partly, met), ...both('unmet', unmet, [...met, ...partly])];
}

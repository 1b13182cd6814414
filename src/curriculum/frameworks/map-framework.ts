import type { Received } from '../../platform/http/endpoint.contract.js';
import { Problem } from '../../platform/http/problem.js';
import type { SkillInput } from '../curriculum-document.contract.js';
import { frameworkInvalid, type FrameworkMapping, type mapFramework } from './framework.contract.js';
import { frameworkOntoLevel } from './framework-onto-level.js';
import { readFramework } from './read-framework.js';

/** What a framework would bring to a level. Skills of a draft may have no words yet; they are only compared, and stay as they are. */
export function mappingOf({ text, skills, projects }: Received<typeof mapFramework>['body']): FrameworkMapping {
  const { framework, faults } = readFramework(text);
  if (faults) throw new Problem(frameworkInvalid, 'Nothing was taken from it. `errors` says what is wrong.', { errors: faults });
  const mapped = frameworkOntoLevel(framework, { skills: skills as readonly SkillInput[], projects });
  return {
    format: framework.format,
    title: framework.title,
    added: mapped.skills.slice(skills.length).map((skill) => ({ ...skill, after: skill.after ?? [] })),
    kept: mapped.kept,
    unmapped: mapped.unmapped,
  };
}

import type { Received } from '../../platform/http/endpoint.contract.js';
import { Problem } from '../../platform/http/problem.js';
import { faultText } from '../../platform/text/text-of.js';
import { uploadedText } from '../../platform/text/uploaded-text.js';
import type { SkillInput } from '../curriculum-document.contract.js';
import { frameworkInvalid, type FrameworkMapping, type mapFramework } from './framework.contract.js';
import { frameworkOntoLevel } from './framework-onto-level.js';
import { readFramework } from './read-framework.js';

/** What a framework would bring to a level. Skills of a draft may have no words yet; they are only compared, and stay as they are. */
export function mappingOf({ skills, projects, ...file }: Received<typeof mapFramework>['body']): FrameworkMapping {
  const { text, faults: lost } = uploadedText(file);
  const { framework, faults } = lost.length > 0 ? { faults: lost.map((fault) => ({ path: '', message: faultText(fault) })) } : readFramework(text);
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

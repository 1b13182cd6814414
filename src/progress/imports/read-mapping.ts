import { Problem } from '../../platform/http/problem.js';
import { invalidInput } from '../../platform/http/problems.contract.js';
import { ImportMapping } from './study-imports.contract.js';

/** The mapping of a request, which comes as JSON in its address; an empty one where there is none. */
export function readMapping(text: string | undefined): ImportMapping {
  if (text === undefined) return {};
  const { success, data, error } = ImportMapping.safeParse(parsed(text));
  if (success) return data;
  throw new Problem(invalidInput, 'The mapping of the table can’t be read. `errors` says what is wrong.', {
    errors: error.issues.map(({ path, message }) => ({ path: ['query', 'mapping', ...path.map(String)].join('.'), message })),
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

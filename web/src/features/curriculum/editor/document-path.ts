/** Reading and changing a value inside a document by its path, as faults name it: `levels.0.skills.2.title`. Nothing is changed in place. */

type Tree = Record<string, unknown> | readonly unknown[];

const steps = (path: string): string[] => (path === '' ? [] : path.split('.'));
const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null;

export function at(value: unknown, path: string): unknown {
  return steps(path).reduce<unknown>((inner, step) => (isTree(inner) ? (inner as Record<string, unknown>)[step] : undefined), value);
}

/** The list at a path; empty where there is none. */
export const listAt = <Item = unknown>(value: unknown, path: string): readonly Item[] => {
  const list = at(value, path);
  return Array.isArray(list) ? (list as Item[]) : [];
};

/** `undefined` takes the value away; an object that is left empty by it goes too, unless it stands in a list. */
export function put<Whole>(whole: Whole, path: string, next: unknown): Whole {
  return within(whole, steps(path), next) as Whole;
}

function within(value: unknown, [step, ...rest]: readonly string[], next: unknown): unknown {
  if (step === undefined) return next;
  if (Array.isArray(value)) return value.map((item: unknown, index) => (String(index) === step ? within(item, rest, next) : item));
  const { [step]: inner, ...others } = isTree(value) ? (value as Record<string, unknown>) : {};
  const changed = within(inner, rest, next);
  const isGone = changed === undefined || (rest.length > 0 && !Array.isArray(changed) && isTree(changed) && Object.keys(changed).length === 0);
  if (isGone) return others;
  // In place, so that a document keeps the order of its keys.
  return isTree(value) && step in value ? { ...(value as object), [step]: changed } : { ...others, [step]: changed };
}

export function moved<Item>(list: readonly Item[], from: number, to: number): Item[] {
  const rest = list.filter((_, index) => index !== from);
  const item = list[from];
  return item === undefined ? rest : [...rest.slice(0, to), item, ...rest.slice(to)];
}

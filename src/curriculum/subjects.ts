/**
 * What a curriculum takes for granted or teaches, by name: Docker, Python, Kubernetes. Names come from the document alone, so that the
 * finder asks in the words of each program.
 */
import type { CurriculumDocument } from './curriculum-document.contract.js';
import { normalForm } from '../platform/text/normal-text.contract.js';

export interface NamedSubject {
  slug: string;
  name: string;
}

type Source = Pick<CurriculumDocument, 'title' | 'technologies'> & {
  levels: readonly Pick<CurriculumDocument['levels'][number], 'title' | 'track' | 'prerequisites'>[];
};

/** 'IT' or 'AI' say too little to be asked about; a technology with so short a name stands in `technologies`. */
const SHORTEST_NAME = 3;
const PROPER_NAMES = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}+#-]*(?: \p{Lu}[\p{L}\p{N}+#-]*)*/gu;
const ENDS_A_SENTENCE = /(?:^|[.!?:]["”)]?\s+)$/u;

/**
 * The technologies of the document, then the proper names in what its levels ask for, each once, in the order they are met. A proper name
 * is a word with a capital letter that does not begin its sentence and is no part of a title here: 'Linux' and 'Python' in
 * 'You should be at home in Linux, Docker and Python', Docker being a technology already.
 */
export function subjectsOf({ title, technologies, levels }: Source): NamedSubject[] {
  const ours = new Set([title, ...levels.flatMap((level) => [level.title, level.track])].flatMap((words) => wordsOf(words)));
  const told = levels.flatMap(({ prerequisites }) => prerequisites.flatMap(({ text }) => properNames(text, ours)));
  const [names, slugs] = [new Map<string, string>(), new Map<string, number>()];
  for (const name of [...technologies, ...told]) if (!names.has(name.toLowerCase())) names.set(name.toLowerCase(), name);
  return [...names.values()].map((name) => ({ slug: unused(slugOf(name), slugs), name }));
}

/**
 * The subjects that a text names, in the order it does: whole words, whatever their case, the longest where several begin at one place,
 * so that 'GitHub Actions' is not 'GitHub', and 'Gitlab' is not 'Git'.
 */
export function mentions<Subject extends NamedSubject>(text: string, subjects: readonly Subject[]): Subject[] {
  if (subjects.length === 0) return [];
  const byName = new Map(subjects.map((subject) => [subject.name.toLowerCase(), subject]));
  const longestFirst = subjects.map(({ name }) => name).sort((one, other) => other.length - one.length);
  const anyOf = new RegExp(`(?<![\\p{L}\\p{N}])(?:${longestFirst.map(escaped).join('|')})(?![\\p{L}\\p{N}+#])`, 'giu');
  return [...new Set([...text.matchAll(anyOf)].flatMap(([name]) => byName.get(name.toLowerCase()) ?? []))];
}

function properNames(text: string, ours: ReadonlySet<string>): string[] {
  return [...text.matchAll(PROPER_NAMES)].flatMap(({ 0: run, index }) => {
    const all = run.split(' ');
    const own = (ENDS_A_SENTENCE.test(text.slice(0, index)) ? all.slice(1) : all).filter((word) => !ours.has(word.toLowerCase()));
    const name = own.join(' ').replace(/-+$/, '');
    return name.length < SHORTEST_NAME ? [] : [name];
  });
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}+#-]+/gu) ?? [];
const escaped = (name: string) => name.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

const slugOf = (name: string): string =>
  (
    normalForm(name, 'NFKD')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? ['subject']
  )
    .join('-')
    .slice(0, 70)
    .replace(/-+$/, '');

/** C++ and C# are both 'c': the second becomes 'c-2'. */
function unused(slug: string, taken: Map<string, number>): string {
  const count = (taken.get(slug) ?? 0) + 1;
  taken.set(slug, count);
  return count === 1 ? slug : unused(`${slug}-${count}`, taken);
}

/** What the people of the demo school hand in, and what mentors say of it: data. */
import type { EvidenceItemInput } from '../progress/evidence/evidence.contract.js';
import type { ReviewInput } from '../progress/evidence/reviews.contract.js';

type Verdict = ReviewInput['verdict'];
interface Project {
  slug: string;
  title: string;
  acceptance: readonly string[];
}

export const FILE = {
  name: 'results.txt',
  text: ['run  date        accuracy  minutes', '1    first try   0.81      12', '2    cleaned     0.86      14', '3    tuned       0.88      21', ''].join(
    '\n',
  ),
};

export const SIGNED = 'Explained it to me step by step, and answered what I asked beside it.';

export function evidenceFor({ slug, title, acceptance }: Project, attempt: number): EvidenceItemInput[] {
  const done = acceptance.map((criterion) => `- ${criterion}`).join('\n');
  const text =
    attempt === 0
      ? `## ${title}\n\nWhat I set out to show:\n\n${done}\n\nThe README says how to run it; the figures of three runs are in the file.`
      : `## ${title}, second version\n\nEach step now names what goes in and what comes out, and somebody else has followed it once from the beginning.`;
  return [
    { kind: 'link', url: `https://git.example.org/study/${slug}`, title: attempt === 0 ? 'The repository' : 'The repository, with the changes' },
    { kind: 'text', text },
  ];
}

export function reviewOf({ acceptance }: Project, verdict: Verdict): ReviewInput {
  const isApproved = verdict === 'approved';
  const criteria = acceptance.map((criterion, i) => ({ criterion, met: isApproved || i < acceptance.length - 1 }));
  const comment = isApproved
    ? 'Clear and complete. I followed it from the README alone, and it ran.'
    : 'Well begun. **One thing is missing**: let somebody follow it who does not know the project, and write down where they got stuck.';
  return { verdict, criteria, comment };
}

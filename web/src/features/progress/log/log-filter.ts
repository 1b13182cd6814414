import type { Sent } from '@server/platform/http/endpoint.contract';
import type { listStudyEntries } from '@server/progress/progress.contract';

/** What a person looks for in the log; empty parts leave it as it is. */
export interface LogFilter {
  text: string;
  /** '' for everything, else 'skill <id>' or 'project <id>'. */
  subject: string;
  kind: string;
  recall: string;
  source: string;
  from: string;
  to: string;
}

export const NO_FILTER: LogFilter = { text: '', subject: '', kind: '', recall: '', source: '', from: '', to: '' };

type Query = NonNullable<Sent<typeof listStudyEntries>['query']>;

/** The same as the server takes it: only what is said. */
export function asQuery({ text, subject, ...rest }: LogFilter): Query {
  const [kind, id] = subject.split(' ');
  const said = {
    ...rest,
    text: text.trim().slice(0, 100),
    skillId: kind === 'skill' ? id : undefined,
    projectId: kind === 'project' ? id : undefined,
  };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value)) as Query;
}

/** How many parts of a filter, besides the words that are searched for, leave something out. */
export const partsOf = ({ text: _, ...rest }: LogFilter): number => Object.values(rest).filter(Boolean).length;

export const isFiltered = (filter: LogFilter): boolean => Object.keys(asQuery(filter)).length > 0;

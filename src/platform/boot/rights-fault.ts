import { sqlName, type DatabasePlace } from './database-place.js';
import { codeOf, StartFault } from './start-fault.js';

/** What a statement of ours may be refused for that an operator can put right. */
type Sayer = (names: { message: string; role: string; database: string; thing: string }) => string;

const INSUFFICIENT_PRIVILEGE = '42501';

/** By PostgreSQL's own words, of which `thing` is the name in them: what to grant. */
const RIGHTS: readonly (readonly [RegExp, Sayer])[] = [
  [/permission denied for schema (.+)/, ({ role, thing }) => `grant usage, create on schema ${sqlName(thing)} to ${role}`],
  [/permission denied for database (.+)/, ({ role, thing }) => `grant create on database ${sqlName(thing)} to ${role}`],
  // Those that we need are trusted ones: no superuser has to create them.
  [/permission denied to create extension "(.+)"/, ({ role, database }) => `grant create on database ${database} to ${role}`],
  [/must be owner of (?:table|relation|view|materialized view|sequence) (.+)/, ({ role, thing }) => `alter table ${sqlName(thing)} owner to ${role}`],
  [/must be owner of (schema|function|extension|type) (.+)/, ({ role }) => `reassign owned by its present owner to ${role}`],
  [/permission denied for (?:table|relation|view|materialized view|sequence) (.+)/, ({ role, thing }) => `alter table ${sqlName(thing)} owner to ${role}`],
];

const OTHERS: Record<string, Sayer> = {
  '25006': () => 'The database is read-only, as replicas are: point DATABASE_URL to the primary, or end default_transaction_read_only.',
  '53100': () => 'The disk of the database is full: make space on it, then start Daymark again.',
  '53200': () => 'The database has no memory left: give its machine more, then start Daymark again.',
  '58P01': ({ message }) => `The database lacks a file of PostgreSQL (${message}): install the package postgresql-contrib on its machine.`,
  '0A000': ({ message }) => `The database lacks an extension (${message}): install the package postgresql-contrib on its machine.`,
};

/** One sentence if PostgreSQL refused a statement for want of a right, of space or of an extension; nothing if it is something else. */
export function rightsFault(error: unknown, { role, database }: Pick<DatabasePlace, 'role' | 'database'>): StartFault | undefined {
  const code = codeOf(error);
  const message = error instanceof Error ? (error.message.split('\n')[0] ?? '') : '';
  if (code !== INSUFFICIENT_PRIVILEGE) {
    const say = code === '0A000' && !/extension/.test(message) ? undefined : OTHERS[code];
    return say && new StartFault(say({ message, role, database, thing: '' }));
  }
  const [grant] = RIGHTS.flatMap(([words, say]) => {
    const thing = words.exec(message)?.at(-1)?.replace(/^"|"$/g, '');
    return thing === undefined ? [] : [say({ message, role: sqlName(role), database: sqlName(database), thing })];
  });
  const cure = grant ? `run "${grant}"` : 'make it the owner of its database';
  return new StartFault(`The database lets the role ${role} connect, but it lacks a right (${message}): ${cure}, or use another role in DATABASE_URL.`);
}

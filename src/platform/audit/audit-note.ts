import type { z } from 'zod';
import type { Actor } from './actor.js';
import type { ACTS, Act } from './acts.contract.js';

type Shape<A extends Act> = (typeof ACTS)[A];
type Has<A extends Act, Part extends string> = Shape<A> extends Record<Part, infer Schema> ? Schema : never;
type Fields<Schema> = Schema extends z.ZodType ? z.input<Schema> : never;

type Subject<A extends Act> = Shape<A>['subject'] extends 'account' | 'invitation' ? { subject: string } : { subject: { id: string; label: string } };
type Detail<A extends Act> = [Has<A, 'detail'>] extends [never] ? { detail?: never } : { detail: Fields<Has<A, 'detail'>> };
type About<A extends Act> = [Has<A, 'about'>] extends [never] ? { about?: never } : { about: Fields<Has<A, 'about'>> };
type Change<A extends Act> = [Has<A, 'change'>] extends [never]
  ? { before?: never; after?: never }
  : { before: Fields<Has<A, 'change'>> | null; after: Fields<Has<A, 'change'>> | null };
type Involved<A extends Act> =
  Shape<A> extends { involved: readonly (infer Role extends string)[] } ? { involved: Record<Role, string | null> } : { involved?: never };

type LivingAct = { [A in Act]: Shape<A> extends { isRetired: true } ? never : A }[Act];

/**
 * What a feature hands in, by the shape of the act in `acts.contract.ts`. Persons are account ids only: `Audit` looks their names up, so that
 * no name can be written without its id. `subject` is the id of an account, or the slug and label of something else.
 */
export type AuditNote = { [A in LivingAct]: { act: A; by: Actor } & Subject<A> & Involved<A> & Detail<A> & About<A> & Change<A> }[LivingAct];

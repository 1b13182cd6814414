import type { AuditEntry, AuditPerson } from './audit.contract.js';
import type { AuditEntryEntity, PersonalValues } from './audit-entry.entity.js';

/** What a person is called whose account is deleted. */
export const FORMER_MEMBER = 'Former member';

/** An entry as admins read it: each person with what is still known of them. */
export function presentEntry(entry: AuditEntryEntity): AuditEntry {
  const { id, at, act, byKind, byId, subjectKind, involved, personal, detail } = entry;
  const person = (who: string) => presentPerson(who, personal[who] ?? {});
  const subjectId = subjectKind === 'account' || subjectKind === 'invitation' ? entry.subjectId : null;
  const subject = subjectId === null ? null : person(subjectId);
  return {
    id,
    at: at.toISOString(),
    act,
    by: { kind: byKind, person: byId === null ? null : person(byId) },
    address: personal[byId ?? subjectId ?? '']?.address ?? null,
    subject: {
      kind: subjectKind,
      id: entry.subjectId,
      label: subjectId === null && subjectKind !== 'account' ? entry.subjectLabel : (subject?.name ?? FORMER_MEMBER),
      person: subject,
    },
    involved: Object.fromEntries(Object.entries(involved).map(([role, who]) => [role, person(who)])),
    detail,
  };
}

function presentPerson(id: string, { name, email, about, before, after }: PersonalValues): AuditPerson {
  const isFormer = name === undefined;
  return { id, name: name ?? FORMER_MEMBER, isFormer, email: email ?? null, about: about ?? {}, before: before ?? null, after: after ?? null };
}

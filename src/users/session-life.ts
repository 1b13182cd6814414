import type { SessionEntity } from './session.entity.js';

/** A session that nobody uses ends after this long. */
export const REFRESH_DAYS = 30;
/** A session ends this long after its sign-in, even if it is used, so that a stolen session cannot last forever. */
export const MAX_SESSION_DAYS = 180;

export const endOfLife = ({ createdAt }: Pick<SessionEntity, 'createdAt'>): Date => new Date(createdAt.getTime() + MAX_SESSION_DAYS * 86_400_000);

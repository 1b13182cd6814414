import type { Readiness } from '@server/readiness/readiness.contract';
import { changeSentence, reasonWords } from './score-words';

/** The main reason in a sentence, and what changed since last week. */
export function ReasonFirst({ readiness: { score, reason, changed }, today }: { readiness: Pick<Readiness, 'score' | 'reason' | 'changed'>; today: string }) {
  if (score === null) return null;
  return (
    <div className="read">
      <p style={{ fontSize: 'var(--text-lg)' }}>
        {reason ? (
          <>
            <b className="b">What holds it back most:</b> {reasonWords(reason)}
          </>
        ) : (
          <b className="b">Nothing holds it back that is worth a word.</b>
        )}
      </p>
      {changed && <p className="soft num">{changeSentence(changed, today)}.</p>}
    </div>
  );
}

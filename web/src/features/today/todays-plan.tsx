import { Button } from '@mantine/core';
import type { Today } from '@server/today/today.contract';
import { notSaved } from '../../api/refusal';
import { minutesOf, unbroken } from '../../ui/format';
import { CheckIcon } from '../../ui/icons';
import { KindMark, kindWord } from '../../ui/kind-mark';
import { Row, Rows } from '../../ui/rows';
import { Section } from '../../ui/section';
import { useQuickLog } from '../progress/use-quick-log';

interface Props {
  page: Today;
  onLogged: (changedAt: string) => void;
}

/** Today's items, each done in one click. */
export function TodaysPlan({ page, onLogged }: Props) {
  const quick = useQuickLog(page.enrollmentId, onLogged);
  if (page.items.length === 0)
    return (
      <Section title="Today's plan">
        <p className="soft">Nothing planned. {page.streak > 1 ? `Your row of ${page.streak} stays whole.` : 'Rest days are part of the plan.'}</p>
      </Section>
    );
  return (
    <Section title="Today's plan">
      <Rows>
        {page.items.map((item) => (
          <Row
            key={item.id}
            mark={<KindMark kind={item.kind} />}
            title={unbroken(item.title)}
            note={`${kindWord(item.kind)}, ${minutesOf(item.minutes)}`}
            aside={
              item.state === 'done' ? (
                <span className="row sm b ready">
                  <CheckIcon size="s" />
                  {minutesOf(item.loggedMinutes)} logged
                </span>
              ) : (
                <Button variant="default" size="sm" loading={quick.isPending} onClick={() => quick.log(page.date, item)} aria-label={`Log ${item.title}`}>
                  Log
                </Button>
              )
            }
          />
        ))}
      </Rows>
      {quick.error && (
        <p className="sm risk" role="alert">
          {notSaved(quick.error)}
        </p>
      )}
    </Section>
  );
}

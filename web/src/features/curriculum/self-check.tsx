import { Radio } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { LevelPage as LevelAnswer } from '@server/curriculum/curriculum.contract';
import { prerequisiteKey } from '@server/curriculum/where-to-start.contract';
import { counted } from '../../ui/format';
import { QueryRegion } from '../../ui/query-region';
import { startQuery, usePassed } from './start-queries';
import { StartingPoint } from './starting-point';
import classes from './self-check.module.css';

const ANSWERS = [
  { value: 'met', label: 'Yes' },
  { value: 'partly', label: 'In part' },
  { value: 'unmet', label: 'No' },
] as const;
type Given = Readonly<Record<string, (typeof ANSWERS)[number]['value']>>;

/** What a level asks for, as questions to oneself; the answers lead to a level by the rules of the curriculum. */
export function SelfCheck({ level }: { level: LevelAnswer }) {
  const [given, setGiven] = useState<Given>({});
  const { prerequisites, slug, certification } = level;
  const passed = usePassed(certification.slug);
  const of = (what: string) =>
    Object.keys(given)
      .filter((key) => given[key] === what)
      .join(',');
  const isAnswered = Object.keys(given).length > 0;
  const query = useQuery({
    ...startQuery(certification.slug, { level: slug, met: of('met'), partly: of('partly'), unmet: of('unmet'), passed }),
    enabled: isAnswered,
  });
  if (prerequisites.length === 0) return null;
  return (
    <details className={classes.check}>
      <summary>See where you stand: {counted(prerequisites.length, 'question')}</summary>
      <div className="stack">
        {prerequisites.map(({ text }, index) => {
          const key = prerequisiteKey(slug, index);
          return (
            <Radio.Group key={key} label={text} value={given[key] ?? ''} onChange={(value) => setGiven((all) => ({ ...all, [key]: value as Given[string] }))}>
              <div className="row wrap" style={{ gap: 20 }}>
                {ANSWERS.map(({ value, label }) => (
                  <Radio key={value} value={value} label={label} />
                ))}
              </div>
            </Radio.Group>
          );
        })}
        {isAnswered && (
          <QueryRegion query={query} what="Where to start">
            {(answer) => <StartingPoint answer={answer} onPaper />}
          </QueryRegion>
        )}
      </div>
    </details>
  );
}

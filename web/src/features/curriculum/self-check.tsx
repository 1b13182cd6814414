import { Radio } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Level, LevelPage } from '@server/curriculum/curriculum.contract';
import { prerequisiteKey } from '@server/curriculum/where-to-start.contract';
import { counted } from '../../ui/format';
import { Markdown } from '../../ui/markdown';
import { QueryRegion } from '../../ui/query-region';
import { checkQuestions, type CheckQuestion } from './self-check-questions';
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
export function SelfCheck({ level, levels }: { level: LevelPage; levels: readonly Level[] }) {
  const [given, setGiven] = useState<Given>({});
  const { id, slug, certification } = level;
  const passed = usePassed(certification.slug);
  const questions = checkQuestions(level, levels, passed.split(',')).map((each) => ({ ...each, key: prerequisiteKey(slug, each.index) }));
  const of = (answer: string) => questions.filter(({ key }) => given[key] === answer);
  const keys = (asked: readonly { key: string }[]) => asked.map(({ key }) => key).join(',');
  const isAnswered = Object.keys(given).length > 0;
  // That a demanded level is passed counts as that, and not as an answer about a sentence.
  const [said, passes] = [of('met').filter((each) => each.passes === null), of('met').flatMap((each) => each.passes ?? [])];
  const query = useQuery({
    ...startQuery(certification.slug, {
      ...{ level: slug, met: keys(said), partly: keys(of('partly')), unmet: keys(of('unmet')) },
      passed: [passed, ...passes].filter(Boolean).join(','),
    }),
    enabled: isAnswered,
  });
  if (questions.length === 0) return null;
  return (
    <details className={classes.check}>
      <summary>See where you stand: {counted(questions.length, 'question')}</summary>
      <div className="stack">
        {questions.map((asked) => (
          <Question key={asked.key} asked={asked} value={given[asked.key] ?? ''} onChange={(value) => setGiven((all) => ({ ...all, [asked.key]: value }))} />
        ))}
        {isAnswered && (
          <QueryRegion query={query} what="Where to start">
            {(answer) => <StartingPoint answer={answer} here={id} />}
          </QueryRegion>
        )}
      </div>
    </details>
  );
}

interface QuestionProps {
  asked: CheckQuestion;
  value: string;
  onChange: (value: Given[string]) => void;
}

function Question({ asked: { question, text, passes }, value, onChange }: QuestionProps) {
  return (
    <Radio.Group
      label={question}
      description={<Markdown>{text}</Markdown>}
      inputWrapperOrder={['label', 'description', 'input', 'error']}
      descriptionProps={{ component: 'div', className: classes.said }}
      value={value}
      onChange={(next) => onChange(next as Given[string])}
    >
      <div className="row wrap" style={{ gap: 20 }}>
        {ANSWERS.filter((each) => passes === null || each.value !== 'partly').map((each) => (
          <Radio key={each.value} value={each.value} label={each.label} />
        ))}
      </div>
    </Radio.Group>
  );
}

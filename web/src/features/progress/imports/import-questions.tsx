import { Radio, Select, Stack } from '@mantine/core';
import type { LevelPage } from '@server/curriculum/curriculum.contract';
import type { ImportMapping, ImportQuestion, StudyImportOutcome } from '@server/progress/imports/study-imports.contract';
import { counted, datesInWords, duration } from '../../../ui/format';
import { withAnswer, withSubject } from './import-mapping';
import classes from './import.module.css';

interface Props {
  outcome: StudyImportOutcome;
  mapping: ImportMapping;
  level: LevelPage | undefined;
  onChange: (mapping: ImportMapping) => void;
}

/** What only the learner knows, once for the whole file. */
export function ImportQuestions({ outcome, mapping, level, onChange }: Props) {
  return (
    <div className={classes.questions}>
      {outcome.questions.map((question) =>
        question.id === 'subjects' ? (
          <Subjects key={question.id} question={question} mapping={mapping} level={level} onChange={onChange} />
        ) : (
          <Radio.Group
            key={question.id}
            label={datesInWords(question.text)}
            description={question.why}
            value={chosenOf(mapping, question)}
            onChange={(value) => onChange(withAnswer(mapping, outcome, question, value))}
          >
            <Stack gap={8} mt={8}>
              {question.options.map(({ value, label }) => (
                <Radio key={value} value={value} label={`${datesInWords(label)}${value === question.proposed ? ', likely' : ''}`} />
              ))}
            </Stack>
          </Radio.Group>
        ),
      )}
    </div>
  );
}

/** What is chosen shows at once; the server checks it afterwards. */
function chosenOf(mapping: ImportMapping, { id, column, answer }: ImportQuestion): string {
  if (id === 'columns') return mapping.columns?.[column ?? 0] ?? '';
  return id === 'subjects' ? '' : (mapping[id] ?? answer ?? '');
}

const GENERAL = 'general';

const chosenSubject = ({ subjects }: ImportMapping, name: string, answered: string | null): string | null => {
  const chosen = subjects?.[name];
  return chosen === undefined ? answered : (chosen ?? GENERAL);
};

/** Names that the level does not know: each is a skill, a project, or general study. */
function Subjects({ question, mapping, level, onChange }: Omit<Props, 'outcome'> & { question: ImportQuestion }) {
  const options = (parts: readonly { id: string; title: string }[] = []) => parts.map(({ id, title }) => ({ value: id, label: title }));
  const data = [
    { group: 'No skill', items: [{ value: GENERAL, label: 'General study' }] },
    { group: 'Skills', items: options(level?.skills) },
    { group: 'Projects', items: options(level?.projects) },
  ];
  return (
    <div role="group" aria-label={question.text}>
      <p className="b sm">{question.text}</p>
      <p className="xs soft">{question.why}</p>
      {question.names.map(({ name, rows, minutes, subjectId, isAnswered }) => (
        <Select
          key={name}
          className={classes.subject ?? ''}
          label={name}
          description={`${counted(rows, 'row')}, ${duration(minutes)}`}
          placeholder="Choose"
          searchable
          data={data}
          value={chosenSubject(mapping, name, isAnswered ? (subjectId ?? GENERAL) : null)}
          allowDeselect={false}
          onChange={(value) => value && onChange(withSubject(mapping, name, value === GENERAL ? null : value))}
        />
      ))}
      {question.answer === null && question.names.length > 1 && (
        <button type="button" className={classes.link} onClick={() => onChange({ ...mapping, otherSubjects: 'general' })}>
          Log the rest as general study
        </button>
      )}
    </div>
  );
}

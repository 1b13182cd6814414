import { describe, expect, it } from '@jest/globals';
import type { Level, LevelPage } from '@server/curriculum/curriculum.contract';
import { checkQuestions } from './self-check-questions';

const levels = [{ slug: 'cka', title: 'Administrator' }] as Level[];
const level = {
  slug: 'cks',
  prerequisites: [
    { kind: 'level', level: 'cka', rule: 'enforced', text: 'The program demands CKA.' },
    { kind: 'level', level: 'cka', rule: 'recommended', text: 'We recommend CKA first. It is not demanded.' },
    { kind: 'knowledge', rule: 'recommended', text: 'You should know Linux.' },
    { kind: 'experience', rule: 'enforced', text: 'A year on call.' },
  ],
} as LevelPage;

describe('the questions of a self-check', () => {
  it('can be answered with yes or no, whatever the sentence they rest on', () => {
    expect(checkQuestions(level, levels, []).map(({ index, question, passes }) => [index, question, passes])).toEqual([
      [0, 'Have you passed Administrator?', 'cka'],
      [1, 'Do you know what Administrator teaches?', null],
      [2, 'Do you know this?', null],
      [3, 'Have you done this?', null],
    ]);
  });

  it('do not ask what is known: a level that was passed', () => {
    expect(checkQuestions(level, levels, ['cka']).map(({ index }) => index)).toEqual([2, 3]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { examsOfSkill, toldOfSkill } from './of-skill';

const part = (skillId: string, itemsRight: number, itemsAsked: number) => ({ skillId, itemsRight, itemsAsked });
const whole = { itemsAsked: 30, skills: [] };
const inPart = { itemsAsked: 30, skills: [part('a', 7, 9), part('b', 5, 10)] };
const another = { itemsAsked: 10, skills: [part('b', 5, 10)] };

describe('practice exams of a skill', () => {
  it('are those that tell of it, and those with items that they tell of no skill', () => {
    expect(examsOfSkill([whole, inPart, another], 'a')).toEqual([whole, inPart]);
    expect(examsOfSkill([whole, inPart, another], 'b')).toEqual([whole, inPart, another]);
  });

  it('say what they tell of it', () => {
    expect(toldOfSkill(inPart, 'a', 'Helm')).toBe('7 of 9 right in Helm');
    expect(toldOfSkill(whole, 'a', 'Helm')).toBe('not told by skill, so Helm has its share of it');
  });
});

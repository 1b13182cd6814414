import fc from 'fast-check';
import { assertProperty } from '../../../test/support/property.js';
import { readMinutes } from './minutes-text.contract.js';

describe('an amount of time as people write it', () => {
  it.each([
    ...['90', ' 90 ', '90 min', '90min', '90m', '90 minutes', '90 mins.', '1:30', '01:30', '1:30:00', '1h30', '1h 30', '1 h 30', '1 h 30 min', '1h30m'],
    ...[
      '1 hr 30 mins',
      '1 hour and 30 minutes',
      '1 hour, 30 minutes',
      '1.5 h',
      '1,5h',
      '1.5 hours',
      '1,50 h',
      '1\u00a0h\u00a030',
      '９０',
      '1 H 30 MIN',
      '90,0 min',
      ...[
        '1½ h',
        '1 ½ h',
        '1:30 h',
        'PT1H30M',
        'PT90M',
        'pt1,5h',
        '٩٠',
        '١:٣٠',
        '1 u 30',
        '1 Std. 30 Min.',
        '5400 s',
        '1\u202fh\u202f30\u202fmin',
        '1：30',
        '01:30:00',
      ],
      ...['1 hour 30', '1 hrs 30', '1h 30m 0s', '１ｈ３０', '1 heure 30', "90'", '1 ч 30 мин'],
    ],
  ])('%j is an hour and a half', (text) => {
    expect(readMinutes(text)).toEqual({ minutes: 90 });
  });

  it.each<[string, number]>([
    ['0', 0],
    ['45', 45],
    ['0:45', 45],
    ['2h', 120],
    ['1 hour', 60],
    ['2 hrs 15', 135],
    ['½ h', 30],
    ['2 ¼ h', 135],
    ['20 minutes', 20],
    ['2 h 5', 125],
    ['1:05', 65],
    ['1h05', 65],
    ['0.25 h', 15],
    ['1,33 h', 80],
    ['1440', 1_440],
    ['24:00', 1_440],
  ])('%j is %i minutes', (text, minutes) => {
    expect(readMinutes(text)).toEqual({ minutes });
  });

  it.each([
    ['1.5', 'Hours or minutes? Write 1.5 h, or whole minutes.'],
    ['1,440', 'Hours or minutes? Write 1,440 h, or whole minutes.'],
    ['1:5', 'Write two digits after the colon: 1:05 or 1:50.'],
    ['1:75', 'After the hours, minutes go up to 59.'],
    ['1 h 90', 'After the hours, minutes go up to 59.'],
    ['1:30:20', 'Whole minutes only. Write 1:30.'],
    ['7.5 min', 'Whole minutes only.'],
    ['7½ min', 'Whole minutes only.'],
    ['90 s', 'Whole minutes only.'],
    ['1½', 'Hours or minutes? Write 1.5 h, or whole minutes.'],
    ['2 hrs 75 min', 'After the hours, minutes go up to 59.'],
    ['', 'How long? Write it like 90, 1:30 or 1 h 30.'],
    ...[
      '1 30',
      '-5',
      '−5',
      '1.5 h 30',
      '1½ h 30',
      'an hour',
      'abc',
      '1h30h',
      '30 min 1 h',
      '1::30',
      '9e1',
      '1e3',
      '٩٠ ?',
      '1.2.3',
      '1/2 h',
      '11½½ h',
      'PT',
      'P1D',
    ].map((text) => [text, "We can't read this. Write it like 90, 1:30 or 1 h 30."] as [string, string]),
  ])('%j is refused: %s', (text, fault) => {
    expect(readMinutes(text)).toEqual({ fault });
  });

  it('is hours without a unit where the field asks for hours', () => {
    expect(['1.5', '1,5', '1:30', '90 min'].map((text) => readMinutes(text, 'hours'))).toEqual(Array.from({ length: 4 }, () => ({ minutes: 90 })));
    expect(readMinutes('12', 'hours')).toEqual({ minutes: 720 });
  });

  it('is the same however hours and minutes are written', async () => {
    await assertProperty(
      fc.property(fc.integer({ min: 0, max: 24 }), fc.integer({ min: 0, max: 59 }), (hours, minutes) => {
        const two = String(minutes).padStart(2, '0');
        const written = [`${hours * 60 + minutes}`, `${hours}:${two}`, `${hours}h${two}`, `${hours} h ${minutes} min`, `${hours * 60 + minutes} min`];
        for (const text of written) expect(readMinutes(text)).toEqual({ minutes: hours * 60 + minutes });
      }),
    );
  });

  it('is whole minutes or a reason, for whatever somebody types', async () => {
    await assertProperty(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\d:hmin., ]{0,8}$/)), (text) => {
        const { minutes, fault } = readMinutes(text);
        expect(minutes === undefined ? fault!.length > 0 : Number.isInteger(minutes) && minutes >= 0).toBe(true);
      }),
    );
  });
});

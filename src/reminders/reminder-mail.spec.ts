import { inHours, reminderMail, type Reminder } from './reminder-mail.js';

const reminder = (more: Partial<Reminder> = {}): Reminder => ({
  name: 'Wren',
  date: '2026-03-03',
  localTime: '18:00',
  open: [
    {
      enrollmentId: 'e',
      level: 'Foundation',
      examOn: '2026-04-01',
      studied: false,
      off: null,
      items: [
        { title: 'Model packaging', minutes: 45, done: false },
        { title: 'Drift & decay', minutes: 30, done: false },
      ],
    },
  ],
  links: { today: 'https://daymark.example/today', unsubscribe: 'https://daymark.example/unsubscribe/abc' },
  ...more,
});

describe('the reminder', () => {
  it('says what is planned, where to log it, and how to end it', () => {
    const { subject, text } = reminderMail(reminder());
    expect(subject).toBe('1 h 15 min of study planned for today');
    expect(text).toContain('Foundation, exam in 29 days\n  - Model packaging, 45 min\n  - Drift & decay, 30 min');
    expect(text).toContain('Open Today: https://daymark.example/today');
    expect(text).toContain('No more reminders: https://daymark.example/unsubscribe/abc');
  });

  it('says the same as a page, with nothing of it taken for markup', () => {
    const { html } = reminderMail(reminder({ name: '<b>Wren</b>' }));
    expect(html).toContain('Drift &amp; decay, 30 min');
    expect(html).toContain('&lt;b&gt;Wren&lt;/b&gt;');
  });

  it.each([
    ['2026-03-31', 'exam tomorrow'],
    ['2026-04-01', 'exam today'],
    ['2026-04-02', 'exam date passed'],
  ])('on %s says: %s', (date, words) => {
    expect(reminderMail(reminder({ date })).text).toContain(words);
  });
});

describe('minutes', () => {
  it.each([
    [0, '0 min'],
    [45, '45 min'],
    [60, '1 h'],
    [150, '2 h 30 min'],
  ])('of %i read as %s', (minutes, words) => {
    expect(inHours(minutes)).toBe(words);
  });
});

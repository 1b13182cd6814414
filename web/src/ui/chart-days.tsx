import { dayShort } from './format';
import { tickDates, type DateScale } from './trend-scale';

/** Today and the exam as lines with their names; where the two come close each name takes its own side. */
export function ChartDays({ scale, today, examOn }: { scale: DateScale; today: string; examOn: string | null }) {
  const { x, bottom } = scale;
  const gap = examOn ? x(examOn) - x(today) : Infinity;
  const close = Math.abs(gap) < 56;
  const side = (towards: number) => (!close ? 'middle' : towards > 0 ? 'start' : 'end');
  const marks = [
    ...(gap === 0 ? [] : [{ date: today, name: 'Today', look: 'strong', stroke: 'var(--text)', anchor: side(-gap) } as const]),
    ...(examOn ? [{ date: examOn, name: 'Exam', look: 'exam', stroke: 'var(--signal-line)', anchor: side(gap) } as const] : []),
  ];
  return (
    <>
      {tickDates(
        scale,
        marks.map(({ date }) => date),
      ).map((date) => (
        <text key={date} x={x(date)} y={bottom + 20} textAnchor="middle">
          {dayShort(date)}
        </text>
      ))}
      {marks.map(({ date, name, look, stroke, anchor }) => (
        <g key={name}>
          <path d={`M${x(date)} 18V${bottom}`} stroke={stroke} strokeWidth={look === 'exam' ? 1.5 : 1} />
          <text className={look} x={x(date)} y={13} textAnchor={anchor}>
            {name}
          </text>
          <text className="strong" x={x(date)} y={bottom + 20} textAnchor={anchor}>
            {dayShort(date)}
          </text>
        </g>
      ))}
    </>
  );
}

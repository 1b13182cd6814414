import { AsTable } from '../../../ui/as-table';
import { ChartFrame } from '../../../ui/chart-frame';
import { counted } from '../../../ui/format';
import { expectedRange, isAsExpected, percent, radiusOf, verdictOf, type Bin, type Quality } from './reliability';

const [LEFT, TOP, RIGHT, FOOT] = [44, 12, 16, 44];
const WIDEST = 520;
const TICKS = [0, 0.25, 0.5, 0.75, 1];

/** What was predicted beside what became of it: a dot for each tenth of the scale, on the line where the chances were right. */
export function ReliabilityDiagram({ quality }: { quality: Quality }) {
  const { bins } = quality;
  const most = Math.max(...bins.map(({ exams }) => exams));
  return (
    <ChartFrame
      summary={`Predicted against observed, ${counted(bins.length, 'group')} of exams. ${verdictOf(quality)}`}
      height={(width) => Math.min(WIDEST, width || WIDEST) - 40}
      maxWidth={WIDEST}
      legend={
        <p className="sm soft">
          A dot is a tenth of the scale, as large as it has exams. On the line the chances were right; along the bar luck alone explains it.
        </p>
      }
      table={<BinTable bins={bins} />}
    >
      {(width) => {
        const [right, bottom] = [width - RIGHT, width - 40 - FOOT];
        const x = (share: number) => LEFT + share * (right - LEFT);
        const y = (share: number) => bottom - share * (bottom - TOP);
        return (
          <>
            {TICKS.map((share) => (
              <g key={share}>
                <path d={`M${LEFT} ${y(share)}H${right}M${x(share)} ${TOP}V${bottom}`} stroke="var(--chart-grid)" fill="none" />
                <text x={LEFT - 8} y={y(share) + 4} textAnchor="end">
                  {percent(share)}
                </text>
                <text x={x(share)} y={bottom + 18} textAnchor="middle">
                  {percent(share)}
                </text>
              </g>
            ))}
            <path d={`M${x(0)} ${y(0)}L${x(1)} ${y(1)}`} stroke="var(--text-2)" strokeWidth="1.5" strokeDasharray="6 5" />
            <text className="strong" x={(LEFT + right) / 2} y={bottom + 38} textAnchor="middle">
              Predicted
            </text>
            <text className="strong" x={LEFT + 6} y={TOP + 12}>
              Passed
            </text>
            {bins.map((bin) => (
              <Dot key={bin.from} bin={bin} x={x} y={y} radius={radiusOf(bin.exams, most)} />
            ))}
          </>
        );
      }}
    </ChartFrame>
  );
}

interface DotProps {
  bin: Bin;
  x: (share: number) => number;
  y: (share: number) => number;
  radius: number;
}

/** Full where luck explains how far it is off, hollow where it does not. The bar lies over it and its ends beside it, so that no dot hides either. */
function Dot({ bin, x, y, radius }: DotProps) {
  const { low, high } = expectedRange(bin);
  const at = x(bin.predicted);
  const end = radius + 4;
  const bar = `M${at} ${y(low)}V${y(high)}M${at - end} ${y(low)}h${2 * end}M${at - end} ${y(high)}h${2 * end}`;
  const isRight = isAsExpected(bin);
  return (
    <g>
      <title>{`${percent(bin.predicted)} predicted, ${percent(bin.observed)} of ${counted(bin.exams, 'exam')} passed`}</title>
      <circle
        cx={at}
        cy={y(bin.observed)}
        r={radius}
        fill={isRight ? 'var(--chart-1)' : 'var(--surface)'}
        fillOpacity={isRight ? 0.75 : 1}
        stroke="var(--chart-1)"
        strokeWidth="2"
      />
      <path d={bar} stroke="var(--surface)" strokeWidth="4" />
      <path d={bar} stroke="var(--text)" strokeWidth="1.5" />
    </g>
  );
}

function BinTable({ bins }: { bins: readonly Bin[] }) {
  const rows = bins.map((bin) => {
    const { low, high } = expectedRange(bin);
    return [`${percent(bin.from)} to ${percent(bin.to)}`, bin.exams, percent(bin.predicted), percent(bin.observed), `${percent(low)} to ${percent(high)}`];
  });
  return <AsTable caption="Exams by the chance they were given" head={['Chance', 'Exams', 'Predicted', 'Passed', 'By luck alone']} rows={rows} />;
}

import { beaconShape } from './beacon-shape';
import { classNames } from './class-names';
import classes from './beacon.module.css';

const SIZES = { week: [26, 48], small: [28, 54], card: [44, 88], day: [52, 104], plate: [104, 216] } as const;

export type BeaconState = 'done' | 'part' | 'today' | 'ahead' | 'missed' | 'rest';

interface Props {
  bands: number;
  /** How many bands are painted, from the ground up. */
  painted: number;
  state?: BeaconState;
  size?: keyof typeof SIZES;
  /** On the plate bands are painted red and white in turn; on paper in the colour of the state. */
  onPlate?: boolean;
  /** Said to who cannot see it; without it the drawing is left out, for its words stand beside it. */
  label?: string;
}

/** A day as a beacon, whose bands are painted as sessions are logged. It fills the width it is given, up to its size. */
export function Beacon({ bands, painted, state = 'ahead', size = 'week', onPlate = false, label }: Props) {
  const [width, height] = SIZES[size];
  const shape = beaconShape(width, height, bands);
  const whole = state !== 'rest' && painted >= bands;
  const colour = classNames(classes.beacon, onPlate ? classes.plate : classes[state], whole && classes.whole);
  return (
    <svg
      className={colour}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
    >
      {state === 'rest' ? (
        <path className={classes.ground} d={shape.ground} />
      ) : (
        <>
          {shape.bands.map((band, index) => (
            <g key={index} data-painted={index < painted || undefined}>
              <path className={classes.outline} d={band} />
              <path className={classes.paint} d={band} />
            </g>
          ))}
          <path className={classes.pole} d={shape.pole} strokeWidth={width < 40 ? 1 : 1.5} />
          <circle className={classes.ball} cx={shape.ball.x} cy={shape.ball.y} r={shape.ball.r} />
        </>
      )}
    </svg>
  );
}

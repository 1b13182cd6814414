import type { Band } from '@server/readiness/readiness.contract';
import { Chip } from './chip';

const BANDS = {
  'too-early': { word: 'Too early to say', tone: 'outline', painted: 0 },
  building: { word: 'Building', tone: 'plain', painted: 1 },
  near: { word: 'Nearly ready', tone: 'near', painted: 2 },
  ready: { word: 'Ready', tone: 'ready', painted: 3 },
} as const satisfies Record<Band, object>;

const SHAPES = ['M2.2 9.8h9.6l.7 3.2H1.5z', 'M3.2 5.4h7.6l.7 3.2H2.5z', 'M4.2 1h5.6l.7 3.2H3.5z'];

/** How ready: a word, and a small beacon with as many bands painted. */
export function BandChip({ band }: { band: Band }) {
  const { word, tone, painted } = BANDS[band];
  const beacon = (
    <svg viewBox="0 0 14 14" stroke="currentColor" strokeWidth="1.2" aria-hidden>
      {SHAPES.map((shape, index) => (
        <path key={shape} d={shape} fill={index < painted ? 'currentColor' : 'none'} />
      ))}
    </svg>
  );
  return (
    <Chip tone={tone} icon={beacon}>
      {word}
    </Chip>
  );
}

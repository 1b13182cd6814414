/** A reliability diagram: what was predicted against what happened, a dot a bin, its area by how many it holds; on the line all is right. */
import { percentOf } from '../../platform/percent.contract.js';
import { binsOf, qualityOf, type Prediction } from '../fitting/metrics.js';

const PANEL = 220;
const GAP = 46;
const COLUMNS = 3;
const LARGEST_DOT = 11;

export function reliabilitySvg(panels: readonly { title: string; predictions: readonly Prediction[] }[]): string {
  const rows = Math.ceil(panels.length / COLUMNS);
  const [width, height] = [COLUMNS * (PANEL + GAP) + GAP, rows * (PANEL + GAP + 16) + GAP];
  const drawn = panels.map(({ title, predictions }, i) =>
    panel(title, predictions, GAP + (i % COLUMNS) * (PANEL + GAP), GAP + Math.floor(i / COLUMNS) * (PANEL + GAP + 16)),
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="11" fill="#222">
<title>Predicted chance of passing against the share that passed</title>
<rect width="${width}" height="${height}" fill="#fff"/>
${drawn.join('\n')}
</svg>
`;
}

function panel(title: string, predictions: readonly Prediction[], left: number, top: number): string {
  const { n, brier, ece } = qualityOf(predictions);
  const bins = binsOf(predictions);
  const largest = Math.max(...bins.map((bin) => bin.n));
  const x = (value: number) => (value * PANEL).toFixed(1);
  const y = (value: number) => ((1 - value) * PANEL).toFixed(1);
  const dots = bins.map((bin) => {
    const radius = Math.max(2, LARGEST_DOT * Math.sqrt(bin.n / largest)).toFixed(1);
    const words = `${percent(bin.predicted)} predicted, ${percent(bin.observed)} passed, of ${bin.n}`;
    return `<circle cx="${x(bin.predicted)}" cy="${y(bin.observed)}" r="${radius}" fill="#0b7285" fill-opacity=".75"><title>${words}</title></circle>`;
  });
  const ticks = [0, 0.5, 1].flatMap((value) => [
    `<text x="${x(value)}" y="${PANEL + 14}" text-anchor="middle">${percent(value)}</text>`,
    `<text x="-6" y="${Number(y(value)) + 4}" text-anchor="end">${percent(value)}</text>`,
  ]);
  return `<g transform="translate(${left} ${top})">
<text x="0" y="-10" font-weight="bold">${title}</text><text x="${PANEL}" y="-10" text-anchor="end">Brier ${brier.toFixed(3)} · ECE ${ece.toFixed(3)} · n ${n}</text>
<rect width="${PANEL}" height="${PANEL}" fill="none" stroke="#adb5bd"/><line x1="0" y1="${PANEL}" x2="${PANEL}" y2="0" stroke="#adb5bd" stroke-dasharray="4 4"/>
${dots.join('\n')}
${ticks.join('\n')}
</g>`;
}

const percent = (value: number) => `${percentOf(value)}%`;

/** Whether the model is as right about one group of people as about another, beside what chance alone would show. */
import { seededRandom } from '../../platform/seeded-random.js';
import { eceOf, type Prediction } from '../fitting/metrics.js';

/** Smaller groups say nothing. */
export const LEAST_GROUP = 75;
const SIMULATIONS = 200;
const SEED = 20_131_001;
/** About one in a hundred: many groups are compared, so that one in twenty would cry wolf. */
const Z_OF_DOUBT = 2.58;

export interface GroupQuality {
  trait: string;
  group: string;
  n: number;
  /** Mean predicted less mean observed: above zero the group is thought better than it is. */
  bias: number;
  /** Standard error that the bias of a perfectly calibrated model has in a group of that size. */
  biasError: number;
  ece: number;
  /** ECE of a perfectly calibrated model in that group: the mean of simulations, and what one in a hundred is above. */
  eceFloor: number;
  eceDoubtful: number;
}

export function groupQualities(predictions: readonly (Prediction & { traits: Readonly<Record<string, string>> })[]): GroupQuality[] {
  const groups = new Map<string, { trait: string; group: string; members: Prediction[] }>();
  for (const prediction of predictions) {
    for (const [trait, group] of Object.entries(prediction.traits)) {
      const known = groups.get(`${trait} ${group}`) ?? { trait, group, members: [] };
      known.members.push(prediction);
      groups.set(`${trait} ${group}`, known);
    }
  }
  return [...groups.values()]
    .filter(({ members }) => members.length >= LEAST_GROUP)
    .sort((a, b) => a.trait.localeCompare(b.trait) || a.group.localeCompare(b.group))
    .map(({ trait, group, members }) => ({ trait, group, ...qualityOfGroup(members) }));
}

/** Groups about which the model is off by more than chance explains. */
export const isDoubtful = ({ bias, biasError, ece, eceDoubtful }: GroupQuality): boolean => Math.abs(bias) > Z_OF_DOUBT * biasError || ece > eceDoubtful;

function qualityOfGroup(members: readonly Prediction[]): Omit<GroupQuality, 'trait' | 'group'> {
  const n = members.length;
  const bias = members.reduce((sum, { probability, hasPassed }) => sum + probability - (hasPassed ? 1 : 0), 0) / n;
  const biasError = Math.sqrt(members.reduce((sum, { probability }) => sum + probability * (1 - probability), 0)) / n;
  const floors = simulatedEces(members);
  const eceFloor = floors.reduce((sum, ece) => sum + ece, 0) / floors.length;
  return { n, bias, biasError, ece: eceOf(members), eceFloor, eceDoubtful: floors[Math.floor(floors.length * 0.99)]! };
}

/** ECEs of worlds in which each prediction is exactly right, the smallest first. */
function simulatedEces(members: readonly Prediction[]): number[] {
  const random = seededRandom(SEED);
  const world = () => eceOf(members.map(({ probability }) => ({ probability, hasPassed: random() < probability })));
  return Array.from({ length: SIMULATIONS }, world).sort((a, b) => a - b);
}

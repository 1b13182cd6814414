/**
 * The only way a test checks a property. Usually the seed and the number of runs are fixed, so that a change of the code and nothing else can
 * turn a test red. `npm run test:fuzz` sets FUZZ_SEED and FUZZ_TIMES to look for new counterexamples: keep each one that it finds in `examples`.
 */
import fc from 'fast-check';

const DEFAULT_SEED = 20_260_302;
const DEFAULT_RUNS = 100;

export interface PropertyOptions<Values> {
  /** Runs with the fixed seed, 100 unless given. Give fewer where one run is expensive. */
  runs?: number;
  /** Counterexamples that were found before, checked first. */
  examples?: Values[];
}

/** The seed and the number of runs, multiplied when fuzzing. `env` holds FUZZ_SEED and FUZZ_TIMES, or neither. */
export function parametersOf<Values>({ runs = DEFAULT_RUNS, examples = [] }: PropertyOptions<Values>, env = environment()): fc.Parameters<Values> {
  const { FUZZ_SEED: seed = DEFAULT_SEED, FUZZ_TIMES: times = 1 } = env;
  // The examples are among the runs of fast-check, and must not take the place of generated values.
  return { seed: Number(seed), numRuns: Math.ceil(runs * Number(times)) + examples.length, examples };
}

/** Specs of the web app are checked without the types of Node. */
const environment = () => (globalThis as { process?: { env: Record<string, string | undefined> } }).process?.env ?? {};

/** Fails with the seed and the smallest counterexample unless the property holds for every value that is tried. */
export function assertProperty<Values>(property: fc.IAsyncProperty<Values>, options?: PropertyOptions<Values>): Promise<void>;
export function assertProperty<Values>(property: fc.IProperty<Values>, options?: PropertyOptions<Values>): void;
export function assertProperty<Values>(property: fc.IRawProperty<Values>, options: PropertyOptions<Values> = {}): Promise<void> | void {
  return fc.assert(property as fc.IProperty<Values>, parametersOf(options));
}

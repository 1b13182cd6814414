import { ACTS } from '../../src/platform/audit/acts.contract.js';
import { servedEndpoints } from '../../src/platform/http/served-endpoints.js';
import { startDaymark } from '../support/daymark.js';
import { recordedActs, recordedAnswers } from '../support/records.js';

/** Runs after all e2e files: what they recorded shows whether anything declared was never seen. */
describe('over all e2e tests', () => {
  const daymark = startDaymark();
  const wanting = (answers: (endpoint: ReturnType<typeof servedEndpoints>[number]) => string[]) => {
    const seen = recordedAnswers();
    return servedEndpoints(daymark.app).flatMap((endpoint) =>
      answers(endpoint)
        .map((answer) => `${endpoint.method} ${endpoint.path}\t${answer}`)
        .filter((line) => !seen.has(line)),
    );
  };

  it('every endpoint was seen to answer by its schema', () => {
    expect(wanting(() => ['ok'])).toEqual([]);
  });

  it('every refusal that an endpoint declares was provoked', () => {
    expect(wanting(({ refusals }) => refusals.map(({ slug }) => slug))).toEqual([]);
  });

  it('every act of the audit trail was seen, and every one that was seen is declared', () => {
    expect([...recordedActs()].toSorted()).toEqual(Object.keys(ACTS).toSorted());
  });
});

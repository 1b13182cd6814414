import { readCertification } from '../../src/curriculum/curriculum.contract.js';
import { assignMentor } from '../../src/enrollments/enrollments.contract.js';
import { uploadFile, type EvidenceFile } from '../../src/progress/evidence/evidence-files.contract.js';
import { submitEvidence, type Evidence, type EvidenceItemInput } from '../../src/progress/evidence/evidence.contract.js';
import { reviewEvidence, type Review, type ReviewInput } from '../../src/progress/evidence/reviews.contract.js';
import type { Sent } from '../../src/platform/http/endpoint.contract.js';
import type { startDaymark } from './daymark.js';
import type { Learner, Someone } from './people.js';

export const LINK: EvidenceItemInput = { kind: 'link', url: 'https://example.org/pipeline', title: 'The pipeline' };

const keyed = (key?: string) => (key ? { headers: { 'idempotency-key': key } } : {});

/** What learners and mentors do with evidence, in the words of the product. */
export function evidenceOf(daymark: ReturnType<typeof startDaymark>) {
  const contentOf = async (slug: string) => {
    const { levels } = await daymark.visitor().call(readCertification, { params: { slug: 'certified-mlops-engineer' } });
    return levels.find((each) => each.slug === slug)!;
  };
  return {
    contentOf,
    projectId: async (n = 0) => (await contentOf('foundation')).projects[n]!.id,
    submits: (learner: Learner, projectId: string, items: EvidenceItemInput[] = [LINK], key?: string): Promise<Evidence> =>
      learner.call(submitEvidence, { params: { enrollmentId: learner.enrollmentId, projectId }, body: { items }, ...keyed(key) } as Sent<
        typeof submitEvidence
      >),
    uploads: (learner: Learner, name: string, bytes: Uint8Array, key?: string): Promise<EvidenceFile> =>
      learner.call(uploadFile, { params: { enrollmentId: learner.enrollmentId }, query: { name }, body: bytes, ...keyed(key) } as Sent<typeof uploadFile>),
    reviews: (mentor: Someone, learner: Learner, evidenceId: string, review: Partial<ReviewInput>, key?: string): Promise<Review> =>
      mentor.call(reviewEvidence, {
        params: { enrollmentId: learner.enrollmentId, evidenceId },
        body: { verdict: 'approved', comment: 'Looks right', ...review },
        ...keyed(key),
      } as Sent<typeof reviewEvidence>),
    /** A mentor of exactly these learners. */
    async mentorOf(...learners: Learner[]): Promise<Someone> {
      const [admin, mentor] = [await daymark.withRoles('admin'), await daymark.withRoles('mentor')];
      for (const { enrollmentId } of learners) await admin.call(assignMentor, { params: { enrollmentId }, body: { mentorId: mentor.id } });
      return mentor;
    },
  };
}

import { useQuery } from '@tanstack/react-query';
import { ButtonLink } from '../../ui/button-link';
import { Callout } from '../../ui/callout';
import { ArrowRightIcon } from '../../ui/icons';
import { countTitle, reasonSentence, slackWords } from './change-words';
import { planProposalQuery } from './proposal-queries';

/** On other pages: that a change of the plan waits to be decided, and where. */
export function PlanAnnouncement({ enrollmentId, proposalId }: { enrollmentId: string; proposalId: string }) {
  const { data } = useQuery(planProposalQuery(enrollmentId, proposalId));
  if (!data) return null;
  return (
    <Callout icon={<ArrowRightIcon />} title={`A new arrangement waits for you: ${countTitle(data.counts)}`}>
      <p>
        {reasonSentence(data.reason)} Then {slackWords(data.after)}.
      </p>
      <ButtonLink to="/plan" variant="default" size="sm" mt={8}>
        Look at it
      </ButtonLink>
    </Callout>
  );
}

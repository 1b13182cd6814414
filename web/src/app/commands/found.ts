import type { SpotlightActionData, SpotlightActionGroupData } from '@mantine/spotlight';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { AccountRole } from '@server/platform/auth/permission.contract';
import { inBase } from '../../api/base';
import { keyOf, kindOf, pageOf, placeOf } from '../../features/curriculum/found-words';
import { searchQuery } from '../../features/curriculum/search-queries';
import { learnersQuery } from '../../features/mentoring/learner-queries';
import { accountsQuery } from '../../features/users/account-queries';
import { firstCharacters } from '../../ui/text-limit';

const MOST = 8;

/** What the curricula hold, for everyone; the learners a mentor has; everybody for an admin. Nothing before a word is typed. */
export function useFound(view: AccountRole, asked: string): SpotlightActionGroupData[] {
  const [curricula, learners, people] = [useCurricula(asked), useLearners(view === 'mentor' ? asked : ''), usePeople(view === 'admin' ? asked : '')];
  return [
    { group: 'In the curricula', actions: curricula },
    { group: 'Learners', actions: learners },
    { group: 'People', actions: people },
  ].filter(({ actions }) => actions.length > 0);
}

function useCurricula(asked: string): SpotlightActionData[] {
  const navigate = useNavigate();
  const { data } = useQuery(searchQuery(firstCharacters(asked, 100), MOST));
  if (!data || data.items.length === 0) return [];
  // The palette hides results that don't contain the typed words. Results for a similar spelling get them as keywords.
  const keywords = asked;
  const found = data.items.map((result) => ({
    id: keyOf(result),
    label: result.title,
    description: [kindOf(result.kind), placeOf(result)].filter(Boolean).join(', '),
    keywords,
    onClick: () => void navigate({ href: inBase(pageOf(result)) }),
  }));
  return [...found, { id: 'all results', label: 'All results', keywords, onClick: () => void navigate({ to: '/search', search: { q: asked } }) }];
}

function useLearners(asked: string): SpotlightActionData[] {
  const navigate = useNavigate();
  const { data } = useInfiniteQuery({ ...learnersQuery(asked), enabled: asked !== '' });
  if (asked === '') return [];
  return (data?.pages[0]?.items ?? []).slice(0, MOST).map(({ enrollmentId, name, level }) => ({
    id: enrollmentId,
    label: name,
    description: level.title,
    onClick: () => void navigate({ to: '/board/$enrollmentId', params: { enrollmentId } }),
  }));
}

function usePeople(asked: string): SpotlightActionData[] {
  const navigate = useNavigate();
  const { data } = useInfiniteQuery({ ...accountsQuery({ search: asked }), enabled: asked !== '' });
  if (asked === '') return [];
  return (data?.pages[0]?.items ?? []).slice(0, MOST).map(({ id, name, email }) => ({
    id,
    label: name,
    description: email,
    onClick: () => void navigate({ to: '/people', search: { search: email } }),
  }));
}

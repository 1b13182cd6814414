import type { SpotlightActionData, SpotlightActionGroupData } from '@mantine/spotlight';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { AccountRole } from '@server/platform/auth/permission.contract';
import { certificationsQuery } from '../../features/curriculum/curriculum-queries';
import { learnersQuery } from '../../features/mentoring/learner-queries';
import { accountsQuery } from '../../features/users/account-queries';

const MOST = 8;

/** Levels for everyone; the learners a mentor has; everybody for an admin. Nothing before a word is typed. */
export function useFound(view: AccountRole, asked: string): SpotlightActionGroupData[] {
  const [levels, learners, people] = [useLevels(asked), useLearners(view === 'mentor' ? asked : ''), usePeople(view === 'admin' ? asked : '')];
  return [
    { group: 'Levels', actions: levels },
    { group: 'Learners', actions: learners },
    { group: 'People', actions: people },
  ].filter(({ actions }) => actions.length > 0);
}

function useLevels(asked: string): SpotlightActionData[] {
  const navigate = useNavigate();
  const { data } = useQuery({ ...certificationsQuery(), enabled: asked !== '' });
  if (asked === '') return [];
  return (data?.items ?? []).flatMap(({ title: certification, levels }) =>
    levels.map(({ id, title }) => ({
      id,
      label: title,
      description: certification,
      onClick: () => void navigate({ to: '/levels/$levelId', params: { levelId: id } }),
    })),
  );
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

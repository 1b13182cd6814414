import { Button, Menu } from '@mantine/core';
import type { CertificationRow, Offering } from '@server/curriculum/curriculum.contract';
import { messageOf } from '../../ui/failed';
import { toast, toastFault } from '../../ui/toast-store';
import { useSetOffering } from './curriculum-queries';

const OFFERINGS: Record<Offering, { name: string; effect: string; done: string }> = {
  listed: { name: 'In the catalog', effect: 'Everyone can find it and start', done: 'is in the catalog' },
  hidden: { name: 'Hidden', effect: 'Only people with the link can find it and start', done: 'is hidden' },
  archived: { name: 'Archived', effect: 'Nobody new can start', done: 'is archived' },
};

/** Where a certification can be found, and a menu to change it. Learners who prepare for it continue in any case, and the toast undoes it. */
export function OfferingMenu({ certification: { slug, title, offering } }: { certification: CertificationRow }) {
  const set = useSetOffering(slug);
  const change = async (to: Offering) => {
    try {
      await set.mutateAsync(to);
      toast(`${title} ${OFFERINGS[to].done}`, () => set.mutateAsync(offering));
    } catch (error) {
      toastFault(messageOf(error));
    }
  };
  return (
    <Menu position="bottom-end" width={280}>
      <Menu.Target>
        <Button variant="default" size="sm" loading={set.isPending} aria-label={`${OFFERINGS[offering].name}: change where ${title} can be found`}>
          {OFFERINGS[offering].name}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {(Object.keys(OFFERINGS) as Offering[]).map((each) => (
          <Menu.Item key={each} disabled={each === offering} onClick={() => void change(each)}>
            <span className="b">{OFFERINGS[each].name}</span>
            <br />
            <span className="sm">{OFFERINGS[each].effect}</span>
          </Menu.Item>
        ))}
        <Menu.Label>People who already prepare for it can continue.</Menu.Label>
      </Menu.Dropdown>
    </Menu>
  );
}

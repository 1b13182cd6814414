import { Drawer } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useFocusReturn } from './use-focus-return';

interface Props {
  opened: boolean;
  onClose: () => void;
  title: string;
  children: ReactNode;
}

/** A drawer: at the right on a wide screen, at the bottom on a phone. Its form exists only while it is open, so it starts new each time. */
export function SideSheet({ opened, onClose, title, children }: Props) {
  const isPhone = useMediaQuery('(max-width: 760px)');
  useFocusReturn(opened);
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      returnFocus={false}
      title={title}
      position={isPhone ? 'bottom' : 'right'}
      size="md"
      // On a phone it is as high as its content. By default it would be as high as the page.
      {...(isPhone && { styles: { content: { height: 'auto', flexBasis: '100%', flexGrow: 0 } } })}
      closeButtonProps={{ 'aria-label': 'Close', size: 44 }}
    >
      {opened && children}
    </Drawer>
  );
}

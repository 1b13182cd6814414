import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useFocusReturn } from './use-focus-return';

interface Props {
  /** Leave it out for a dialog that is mounted only while it is open. */
  opened?: boolean;
  onClose: () => void;
  title: string;
  /** What the button in the corner does, for screen readers: 'Stay here'. */
  closeLabel: string;
  children: ReactNode;
}

/** A dialog in the middle of the page. */
export function Dialog({ opened = true, onClose, title, closeLabel, children }: Props) {
  useFocusReturn(opened);
  return (
    <Modal opened={opened} onClose={onClose} returnFocus={false} title={title} closeButtonProps={{ 'aria-label': closeLabel, size: 44 }}>
      {children}
    </Modal>
  );
}

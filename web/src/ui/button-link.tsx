import { Button, type ButtonProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, Ref } from 'react';

type Props = ButtonProps & Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof ButtonProps> & { ref?: Ref<HTMLAnchorElement> };

/** A link that looks like a button: `<ButtonLink to="/plan" variant="default">`. */
export const ButtonLink = createLink(function ButtonAnchor(props: Props) {
  return <Button component="a" {...props} />;
});

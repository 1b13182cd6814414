import { QueryErrorResetBoundary } from '@tanstack/react-query';
import { Component, type ReactNode } from 'react';
import { Failed } from './failed';

interface Props {
  /** What this part shows: 'Readiness'. */
  what: string;
  children: ReactNode;
}

/** Keeps a fault in one part of a page from taking the rest with it. */
export function ErrorRegion({ what, children }: Props) {
  return (
    <QueryErrorResetBoundary>
      {({ reset }) => (
        <Boundary what={what} onAgain={reset}>
          {children}
        </Boundary>
      )}
    </QueryErrorResetBoundary>
  );
}

class Boundary extends Component<Props & { onAgain: () => void }, { error: unknown; failed: boolean }> {
  override state = { error: undefined as unknown, failed: false };

  static getDerivedStateFromError(error: unknown) {
    return { error, failed: true };
  }

  readonly again = () => {
    this.props.onAgain();
    this.setState({ error: undefined, failed: false });
  };

  override render() {
    return this.state.failed ? <Failed what={this.props.what} error={this.state.error} again={this.again} /> : this.props.children;
  }
}

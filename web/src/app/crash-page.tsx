import { Button } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { inBase } from '../api/base';
import { NoAnswer, Refusal } from '../api/refusal';
import { LonePage } from './lone-page';

/** A page that could not be opened: what happened, then what to do. */
export function CrashPage({ error, reset }: ErrorComponentProps) {
  useDocumentTitle('This page could not be opened · Daymark');
  const router = useRouter();
  const known = error instanceof NoAnswer || error instanceof Refusal;
  const again = () => {
    reset();
    void router.invalidate();
  };
  return (
    <LonePage title="This page could not be opened" alert>
      <p>
        {known ? error.message : 'Something on this page broke. What you logged is safe. Load it again; if it breaks again, tell whoever runs Daymark here.'}
      </p>
      <div className="row wrap">
        <Button onClick={known ? again : () => window.location.reload()}>{known ? 'Try again' : 'Load again'}</Button>
        <Button component="a" href={inBase('/')} variant="default">
          Go to the start
        </Button>
      </div>
    </LonePage>
  );
}

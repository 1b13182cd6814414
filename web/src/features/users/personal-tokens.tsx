import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PersonalToken } from '@server/users/personal-tokens/personal-tokens.contract';
import { notSaved } from '../../api/refusal';
import { ButtonLink } from '../../ui/button-link';
import { DateText } from '../../ui/date-text';
import { QueryRegion } from '../../ui/query-region';
import { Row, Rows } from '../../ui/rows';
import { Section } from '../../ui/section';
import { toast, toastFault } from '../../ui/toast-store';
import { useFocusInPlace } from '../../ui/use-focus-in-place';
import { dateOf } from '../../ui/format';
import { NewPersonalToken } from './new-personal-token';
import { personalTokensQuery, useRevokePersonalToken } from './personal-token-queries';

/** Personal access tokens for a person’s own scripts and apps; each can be revoked. */
export function PersonalTokens() {
  const tokens = useQuery(personalTokensQuery());
  const [isMaking, setMaking] = useState(false);
  const { opener, place } = useFocusInPlace(isMaking);
  return (
    <Section title="Scripts and apps" lead="A personal access token lets a script or another app log study for you, or read what you logged.">
      <div className="stack">
        <QueryRegion query={tokens} what="Your tokens">
          {({ items }) => <Tokens items={items} />}
        </QueryRegion>
        {isMaking ? (
          <div ref={place}>
            <NewPersonalToken onDone={() => setMaking(false)} />
          </div>
        ) : (
          <div className="row">
            <Button ref={opener} variant="default" onClick={() => setMaking(true)}>
              Create token
            </Button>
            <ButtonLink variant="subtle" to="/api/docs">
              How to use it
            </ButtonLink>
          </div>
        )}
      </div>
    </Section>
  );
}

function Tokens({ items }: { items: readonly PersonalToken[] }) {
  if (items.length === 0) return <p className="sm soft">No tokens yet.</p>;
  return (
    <Rows label="Tokens">
      {items.map((token) => (
        <Token key={token.id} token={token} />
      ))}
    </Rows>
  );
}

const SCOPE_WORDS = { read: 'reads', 'log-study': 'logs study' } as const;

function Token({ token: { id, name, scopes, expiresAt, lastUsedOn } }: { token: PersonalToken }) {
  const revoke = useRevokePersonalToken();
  const note = (
    <>
      {scopes.map((scope) => SCOPE_WORDS[scope]).join(' and ')}
      {' · '}
      {lastUsedOn ? (
        <>
          last used <DateText date={lastUsedOn} />
        </>
      ) : (
        'never used'
      )}
      {expiresAt && (
        <>
          {' · '}ends <DateText date={dateOf(expiresAt)} />
        </>
      )}
    </>
  );
  const act = () => revoke.mutate(id, { onSuccess: () => toast(`${name} is revoked. What it logged stays`), onError: (error) => toastFault(notSaved(error)) });
  return (
    <Row
      title={name}
      note={note}
      aside={
        <Button variant="subtle" color="rose" aria-label={`Revoke ${name}`} loading={revoke.isPending} onClick={act}>
          Revoke
        </Button>
      }
    />
  );
}

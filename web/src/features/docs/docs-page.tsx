import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { inBase } from '../../api/base';
import { PageHead } from '../../ui/page-head';
import { QueryRegion } from '../../ui/query-region';
import { Section } from '../../ui/section';
import { OperationPart } from './operation-part';
import { apiDescriptionQuery, matches, operationsOf } from './api-description';
import classes from './docs-page.module.css';

/** The API's documentation, made from its own description: search, schemas, refusals, a curl line. Works without a network. */
export default function DocsPage() {
  const query = useQuery(apiDescriptionQuery());
  const [search, setSearch] = useState('');
  return (
    <div className={classes.page}>
      <PageHead
        title="The API"
        lead="JSON over HTTP, below /api/v1. Errors are problems (RFC 9457) with a stable type."
        aside={
          <Button component="a" href={inBase('/api/openapi.json')} download variant="default">
            Download OpenAPI 3.1
          </Button>
        }
      />
      <TextInput
        label="Find an endpoint"
        placeholder="study, sessions, mentor"
        value={search}
        onChange={({ currentTarget }) => setSearch(currentTarget.value)}
        className={classes.search ?? ''}
      />
      <QueryRegion query={query} what="The API's description">
        {(description) => {
          const found = operationsOf(description).filter((operation) => matches(operation, search));
          const groups = [...new Set(found.map(({ tag }) => tag))];
          if (found.length === 0) return <p className="soft">No endpoint has these words.</p>;
          return groups.map((tag) => (
            <Section key={tag} title={tag}>
              {found
                .filter((operation) => operation.tag === tag)
                .map((operation) => (
                  <OperationPart key={`${operation.method} ${operation.path}`} operation={operation} schemas={description.components?.schemas ?? {}} />
                ))}
            </Section>
          ));
        }}
      </QueryRegion>
    </div>
  );
}

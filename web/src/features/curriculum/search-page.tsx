import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { SearchResult } from '@server/curriculum/search.contract';
import { ButtonLink } from '../../ui/button-link';
import { Empty } from '../../ui/empty';
import { counted } from '../../ui/format';
import { SearchIcon } from '../../ui/icons';
import { PageHead } from '../../ui/page-head';
import { QueryRegion } from '../../ui/query-region';
import { Section } from '../../ui/section';
import { firstCharacters } from '../../ui/text-limit';
import { byKind, keyOf, kindsOf, pageOf, placeOf } from './found-words';
import { steadySearchQuery } from './search-queries';
import classes from './search-page.module.css';

const MOST = 50;
const LONGEST = 100;
/** A pause in typing. */
const PAUSE_MS = 250;

/** Anything in the curricula, by words. The address holds what was asked, so that it can be sent to somebody. */
export default function SearchPage() {
  const { q = '' } = useSearch({ strict: false });
  return (
    <>
      <PageHead title="Search" name={q ? `${q}, search` : 'Search'} lead="Levels, skills, projects, roles and answers of all certifications" />
      <Field q={q} />
      {q === '' ? (
        <Empty title="What are you looking for?" art="beacon">
          Type a skill, a tool or a question. The beginning of a word is enough, and spelling may be off.
        </Empty>
      ) : (
        <Found q={q} />
      )}
    </>
  );
}

/** Follows the address, except while it is the address that follows what is typed. */
function Field({ q }: { q: string }) {
  const navigate = useNavigate();
  const [typed, setTyped] = useState(q);
  const [sent, setSent] = useState(q);
  const [known, setKnown] = useState(q);
  if (q !== known) {
    setKnown(q);
    if (q !== sent) setTyped(q);
  }
  const ask = useDebouncedCallback((next: string) => {
    setSent(next);
    void navigate({ to: '/search', search: next ? { q: next } : {}, replace: true });
  }, PAUSE_MS);
  return (
    <form
      role="search"
      className={classes.field}
      onSubmit={(event) => {
        event.preventDefault();
        ask.flush();
      }}
    >
      <TextInput
        type="search"
        aria-label="Search the curricula"
        placeholder="Kubernetes, versioning, job roles"
        leftSection={<SearchIcon />}
        size="md"
        value={typed}
        autoComplete="off"
        onChange={({ currentTarget: { value } }) => {
          const next = firstCharacters(value, LONGEST);
          setTyped(next);
          ask(next.trim());
        }}
      />
    </form>
  );
}

function Found({ q }: { q: string }) {
  const query = useQuery(steadySearchQuery(q, MOST));
  return (
    <>
      <p className="vh" role="status">
        {query.data && !query.isPlaceholderData && (query.data.items.length === 0 ? 'Nothing found' : `${counted(query.data.items.length, 'result')} found`)}
      </p>
      <QueryRegion
        query={query}
        what="Results"
        isEmpty={({ items }) => items.length === 0}
        empty={
          <Empty
            title={`Nothing found for “${q}”`}
            art="board"
            action={
              <ButtonLink to="/levels" variant="default">
                Look at all levels
              </ButtonLink>
            }
          >
            Try another word, or fewer of them.
          </Empty>
        }
      >
        {({ items }) =>
          byKind(items).map(({ kind, found }, index) => (
            <Section key={kind} title={kindsOf(kind)} aside={<span className="num">{found.length}</span>} bare={index === 0}>
              <ul className={classes.results}>
                {found.map((result) => (
                  <Result key={keyOf(result)} result={result} />
                ))}
              </ul>
            </Section>
          ))
        }
      </QueryRegion>
    </>
  );
}

function Result({ result }: { result: SearchResult }) {
  const place = placeOf(result);
  return (
    <li>
      <h3>
        <Link to={pageOf(result)}>{result.title}</Link>
      </h3>
      {place !== undefined && <p className="sm soft">{place}</p>}
      {result.excerpt.length > 0 && (
        <p className="read">{result.excerpt.map(({ text, hit }, index) => (hit ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>))}</p>
      )}
    </li>
  );
}

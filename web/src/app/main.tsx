import './react-first';
import './zod-without-eval';
import '@fontsource-variable/national-park';
import '@fontsource-variable/public-sans';
import '../theme/tokens.css';
import '../theme/ground.css';
import '../theme/mantine.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { likelyAccount } from '../api/session';
import { App } from './app';
import { keepFocus } from './keep-focus';
import { keepInMemory, restoreQueries } from './kept-queries';
import { nextTask } from './next-task';
import { makeQueryClient } from './query-client';
import { makeRouter } from './router';

const place = document.getElementById('app');
if (!place) throw new Error('index.html has no place for the app.');

/** What this device kept comes first, so that pages are there before the server answers, and without one. */
async function start(at: HTMLElement): Promise<void> {
  await nextTask();
  const queries = makeQueryClient();
  keepInMemory(queries);
  const router = makeRouter();
  await nextTask();
  const account = likelyAccount();
  if (account) await restoreQueries(queries, account.id);
  await nextTask();
  createRoot(at).render(
    <StrictMode>
      <App queries={queries} router={router} />
    </StrictMode>,
  );
}

keepFocus(document);
void start(place);

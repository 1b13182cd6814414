import '@fontsource-variable/national-park';
import '@fontsource-variable/public-sans';
import '../theme/tokens.css';
import '../theme/ground.css';
import '@mantine/core/styles.layer.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app';

const place = document.getElementById('app');
if (!place) throw new Error('index.html has no place for the app.');
createRoot(place).render(
  <StrictMode>
    <App />
  </StrictMode>,
);

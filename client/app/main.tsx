import '@fontsource-variable/figtree/index.css';
import '@fontsource/shantell-sans/500.css';
import '@fontsource/shantell-sans/700.css';
import '../look/tokens.css';
import '../look/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { keepPageLanguage, startLanguage } from '../i18n/language.ts';
import { App } from './App.tsx';
import { bringPartsInTime } from './offline/bring-parts.ts';
import { keepAppOnDevice } from './offline/keep-app.ts';
import { bringPage } from './pages.tsx';
import { routeOf } from './routes.ts';
import { device } from './services.ts';

/** The bare table is shown when the page itself takes longer than this, ms: sooner it would only be in the way. */
const AT_ONCE_MS = 250;

const readable = startLanguage(device.storage, navigator.languages);
// What cannot be fetched now is asked for again, and complained of, where it is shown.
const page = bringPage(routeOf(location)).catch(() => undefined);
keepPageLanguage(document.documentElement);

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
const patience = new Promise((over) => setTimeout(over, AT_ONCE_MS));
void Promise.all([readable, Promise.race([page, patience])]).then(() =>
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  ),
);
keepAppOnDevice();
bringPartsInTime();

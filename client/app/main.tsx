import '@fontsource-variable/figtree/index.css';
import '@fontsource/shantell-sans/500.css';
import '@fontsource/shantell-sans/700.css';
import '../look/tokens.css';
import '../look/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { keepPageLanguage, startLanguage } from '../i18n/language.ts';
import { App } from './App.tsx';
import { keepAppOnDevice } from './offline/keep-app.ts';
import { device } from './services.ts';

const readable = startLanguage(device.storage, navigator.languages);
keepPageLanguage(document.documentElement);

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
void readable.then(() =>
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  ),
);
keepAppOnDevice();

import { type ReactNode, useLayoutEffect } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { CrashGuard } from '../../../client/app/CrashGuard.tsx';
import { setLanguage } from '../../../client/i18n/language.ts';
import { fetched } from '../../../client/look/fetched.tsx';

interface File {
  readonly default: () => string;
}

/** How often the file was asked for, and how the last time can end. */
let asked = 0;
let come: (file: File) => void = () => undefined;
let fail: (why: Error) => void = () => undefined;
const { Part, bring } = fetched(() => {
  asked += 1;
  return new Promise<File>((resolve, reject) => {
    [come, fail] = [resolve, reject];
  });
}, 'in its place');
let root: Root | null = null;
// What the guard says needs words.
void setLanguage('nl');

function render(shown: ReactNode): void {
  root = createRoot(document.body.appendChild(document.createElement('div')));
  root.render(<CrashGuard>{shown}</CrashGuard>);
}

/** A part of the app whose file comes, or does not come, when a test says so. */
const stage = {
  get asked(): number {
    return asked;
  },

  show: () => render(<Part />),

  /** The part is drawn without its file, which comes before anything waits for it. */
  showAsItComes(): void {
    function Coming() {
      useLayoutEffect(stage.come, []);
      return null;
    }
    void bring();
    render(
      <>
        <Part />
        <Coming />
      </>,
    );
  },

  leave(): void {
    root?.unmount();
    document.body.replaceChildren();
  },

  come: () => come({ default: () => 'the part itself' }),
  fail: () => fail(new Error('the file did not come')),
};

declare global {
  interface Window {
    stage: typeof stage;
  }
}
window.stage = stage;

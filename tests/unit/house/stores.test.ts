import { expect, test } from 'vitest';
import { sourceFiles } from './source-files.ts';

/** Stores that outlive a cloth, and why. */
const OF_THE_APP = new Map([
  ['client/panels/toasts/toast-store.ts', 'messages stay to be read on the page one went on to'],
  ['client/app/offline/install-offer.ts', 'the browser offers to install the app once, whatever page one is on'],
]);

test('what stands open round a cloth goes with it: panels and steps keep nothing beside its page', () => {
  const kept = ['panels', 'steps', 'app'].flatMap((room) =>
    sourceFiles(/\.tsx?$/, `client/${room}`)
      .filter(({ text }) => /^(export )?const \w+ = createStore\b/m.test(text))
      .map(({ path }) => path),
  );
  expect(kept).toEqual([...OF_THE_APP.keys()]);
});

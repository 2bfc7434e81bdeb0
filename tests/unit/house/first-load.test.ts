import { posix } from 'node:path';
import { expect, test } from 'vitest';
import { sourceFiles } from './source-files.ts';

/** What a cloth's page begins with; the rest of it is what these import, and not what is fetched later. */
const FIRST = ['client/app/main.tsx', 'client/app/cloth/ClothPage.tsx', 'client/steps/bar/StepBar.tsx'];
const VALUES = /^(?:import|export) (?!type )(?:[^;']*? from )?'(\.[^']+)';/gm;

const files = new Map(
  ['client', 'shared'].flatMap((house) => sourceFiles(/\.tsx?$/, house)).map(({ path, text }) => [path, text]),
);

/** The files of a cloth's first load. */
function firstLoad(): string[] {
  const reached = new Set(FIRST);
  // A set goes on to what is added while it is walked.
  for (const path of reached) {
    for (const [, to = ''] of (files.get(path) ?? '').matchAll(VALUES)) {
      const other = posix.join(posix.dirname(path), to);
      if (files.has(other)) reached.add(other);
    }
  }
  return [...reached];
}

test('what shows a cloth has no texts but those of the first screen: the others come later', () => {
  const reached = firstLoad();
  expect(reached).toContain('client/panels/capture/CaptureBar.tsx');
  expect(reached).toContain('shared/scene/scene.ts');
  expect(reached).not.toContain('client/panels/menu/MainMenu.tsx');
  const askForAll = reached.filter((path) => /\buseText\b|\ballTexts\.in\b/.test(files.get(path) ?? ''));
  expect(askForAll.filter((path) => path !== 'client/i18n/use-text.ts')).toEqual([]);
  expect(reached.filter((path) => /^client\/(i18n|steps)\/(.*\/)?(nl|en)(-tips)?(\.ts|\/)/.test(path))).toEqual([]);
});

test('what shows a cloth has nothing of pasting, of who leads and of the handle for scripts', () => {
  const reached = firstLoad();
  expect(reached).toContain('client/canvas/input/clipboard.ts');
  expect(reached).toContain('client/canvas/board/automation.ts');
  const later = /^client\/(canvas\/(input\/paste|board\/automation-handle)|panels\/follow\/LeadBar)/;
  expect(reached.filter((path) => later.test(path))).toEqual([]);
});

test('what shows a cloth has nothing of what is printed on a theme sheet', () => {
  const printed = /^shared\/(scene\/(build-scene|theme-|line-shape)|paint\/(boxes|theme-print))/;
  expect(firstLoad().filter((path) => printed.test(path))).toEqual([]);
});

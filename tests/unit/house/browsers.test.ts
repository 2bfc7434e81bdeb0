import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ownNames, PROMISED, parsed, type TooNew, tooNewInScript, tooNewInStyle } from './promised-browsers.ts';
import { sourceFiles } from './source-files.ts';

/** What is used although an old browser lacks it: where, and what one has there instead. */
interface FallsBack {
  readonly in: readonly string[];
  readonly instead: string;
}

const FALL_BACK: Readonly<Record<string, FallsBack>> = {
  'api.OffscreenCanvas': {
    in: ['client/canvas/stage/paper-grain.ts', 'client/canvas/stage/still-copy.ts', 'client/export/film/video.ts'],
    instead:
      'asked for by typeof: a canvas of the page is drawn on, the picture stays the canvas it is, a film becomes a GIF',
  },
  'api.OffscreenCanvas.transferToImageBitmap': {
    in: ['client/canvas/stage/still-copy.ts'],
    instead: 'only where there is an OffscreenCanvas',
  },
  'api.CompressionStream': {
    in: ['client/export/png/packers.ts'],
    instead: 'asked for by typeof: a picture is packed by a library, fetched then and there',
  },
  'api.FontFaceSetLoadEvent.fontfaces': {
    in: ['client/fonts/cloth-font.ts'],
    instead: 'words are drawn again whatever letters have come',
  },
  'api.HTMLElement.autocapitalize': {
    in: ['client/canvas/text/words-field.ts'],
    instead: 'a keyboard on a screen begins with a capital as it does everywhere',
  },
  'api.Document.startViewTransition': {
    in: ['client/commons/wall/zoom.ts'],
    instead: 'one goes to the sheet without its picture growing into it',
  },
  'api.ClipboardItem': {
    in: ['client/panels/take-home/PictureWays.tsx'],
    instead: 'asked for by typeof: a picture is saved instead of copied',
  },
  'api.Navigator.canShare': {
    in: ['client/panels/take-home/PictureWays.tsx'],
    instead: 'asked for: a picture is saved instead of shared',
  },
  'css.properties.field-sizing': {
    in: ['client/panels/capture/CaptureBar.module.css', 'client/panels/words/SharedWords.module.css'],
    instead: 'client/look/growing-field.ts makes the field as high as its words',
  },
  'css.properties.field-sizing.content': {
    in: ['client/panels/capture/CaptureBar.module.css', 'client/panels/words/SharedWords.module.css'],
    instead: 'client/look/growing-field.ts makes the field as high as its words',
  },
  'css.selectors.has': {
    in: ['client/look/base.css'],
    instead: 'in forced colours some papers have no line round them; all that is on or chosen is seen',
  },
};

/** What only adds to what is there anyway: wherever it is used, without it nothing is lost. */
const ONLY_ADDS: Readonly<Record<string, string>> = {
  'css.properties.cursor': 'a tablet has no pointer to be shaped',
  'css.properties.resize': 'a tablet resizes no field',
  'css.properties.text-wrap': 'lines break where they are full',
  'css.properties.text-size-adjust':
    'only phones enlarge letters; Safari knows it with its prefix, which the build writes',
  'css.properties.forced-color-adjust': 'Safari has no forced colours',
  'css.properties.content-visibility': 'long lists are laid out whole, which takes longer',
  'css.properties.contain-intrinsic-size': 'goes with content-visibility',
  'css.properties.size': 'the size of printed paper is chosen by hand',
  'css.at-rules.page': 'the margins of printed paper are the browser’s own',
  'css.selectors.selection': 'selected words have the system’s colour',
  'html.global_attributes.autofocus': 'React focuses the field itself',
};

const scripts = [...sourceFiles(/\.tsx?$/, 'client'), ...sourceFiles(/\.ts$/, 'shared')]
  .filter(({ path }) => !/\.generated\.ts$/.test(path))
  .map(parsed);
const own = ownNames(scripts);

test('what an old browser lacks has something instead, and says what', () => {
  const found = [
    ...scripts.flatMap((source) => tooNewInScript(source, own)),
    ...sourceFiles(/\.css$/, 'client').flatMap(tooNewInStyle),
  ];
  const onlyAdds = (feature: string) => Object.keys(ONLY_ADDS).find((part) => `${feature}.`.startsWith(`${part}.`));
  const excused = ({ path, feature }: TooNew) => FALL_BACK[feature]?.in.includes(path) || onlyAdds(feature);
  expect(found.filter((each) => !excused(each)).map(({ path, feature }) => `${path}: ${feature}`)).toEqual([]);
  const asked = new Set(found.map(({ feature }) => onlyAdds(feature)));
  expect(Object.keys(ONLY_ADDS).filter((feature) => !asked.has(feature))).toEqual([]);
  const needless = Object.entries(FALL_BACK).flatMap(([feature, { in: paths }]) =>
    paths
      .filter((path) => !found.some((each) => each.path === path && each.feature === feature))
      .map((path) => `${path}: ${feature}`),
  );
  expect(needless).toEqual([]);
});

test.each([
  ['element.checkVisibility()', 'api.Element.checkVisibility'],
  ['text.toWellFormed()', 'javascript.builtins.String.toWellFormed'],
  ['new Intl.Segmenter()', 'javascript.builtins.Intl.Segmenter'],
  ['Array.fromAsync(pages)', 'javascript.builtins.Array.fromAsync'],
  ['Promise.withResolvers()', 'javascript.builtins.Promise.withResolvers'],
  ['URL.canParse(link)', 'api.URL.canParse_static'],
  ['AbortSignal.any(signals)', 'api.AbortSignal.any_static'],
  ['/(?<=a)b/', 'javascript.regular_expressions.lookbehind_assertion'],
  ['<div popover="auto" />', 'html.global_attributes.popover'],
])('of a script, %s is found', (text, feature) => {
  const source = parsed({ path: 'a.tsx', text });
  expect(tooNewInScript(source, new Set())).toContainEqual({ path: 'a.tsx', feature });
});

test.each([
  ['.a:has(b) { margin: 0 }', 'css.selectors.has'],
  ['.a { field-sizing: content }', 'css.properties.field-sizing'],
  ['.a { color: color-mix(in srgb, red, blue) }', 'css.types.color.color-mix'],
  ['@starting-style { .a { opacity: 0 } }', 'css.at-rules.starting-style'],
  ['.a { color: red; color: color-mix(in srgb, var(--a), blue) }', 'css.types.color.color-mix'],
  ['.a { text-wrap: pretty }', 'css.properties.text-wrap.pretty'],
])('of a style sheet, %s is found', (text, feature) => {
  expect(tooNewInStyle({ path: 'a.css', text })).toContainEqual({ path: 'a.css', feature });
});

test('what all promised browsers have, or what stands beside its fallback, is not found', () => {
  const source = parsed({ path: 'a.ts', text: 'items.at(-1); signal.throwIfAborted(); ctx.roundRect(0, 0, 1, 1, 2)' });
  expect(tooNewInScript(source, new Set())).toEqual([]);
  const text =
    '@supports (field-sizing: content) { .a { field-sizing: content } } .b { color: red; color: color-mix(in srgb, red, blue) }';
  expect(tooNewInStyle({ path: 'a.css', text })).toEqual([]);
});

test('the promise stands where people read it and where the build is told', () => {
  const page = readFileSync('docs/browsers.md', 'utf8');
  for (const [browser, version] of Object.entries({
    Safari: PROMISED.safari,
    Firefox: PROMISED.firefox,
    Chrome: PROMISED.chrome,
  })) {
    expect(page).toContain(`${browser} ${version}`);
  }
  const targets = /target: \[(.*)\]/.exec(readFileSync('vite.config.ts', 'utf8'))?.[1];
  for (const target of [
    'safari16',
    'ios16',
    `firefox${PROMISED.firefox}`,
    `chrome${PROMISED.chrome}`,
    `edge${PROMISED.edge}`,
  ]) {
    expect(targets).toContain(`'${target}'`);
  }
});

import { readFileSync } from 'node:fs';
import { PNG } from 'pngjs';
import { expect, test } from 'vitest';
import { routeOf } from '../../../client/app/routes.ts';

interface Picture {
  readonly src: string;
  readonly sizes: string;
  readonly type: string;
  readonly purpose?: string;
}

const manifest = JSON.parse(readFileSync('client/public/manifest.webmanifest', 'utf8')) as {
  readonly icons: readonly Picture[];
  readonly screenshots: readonly Picture[];
  readonly shortcuts: readonly { readonly url: string }[];
};
const read = ({ src }: Picture) => readFileSync(`client/public${src}`);

test('the icons that devices ask for are there, as large as the manifest says', () => {
  const drawn = manifest.icons.filter(({ type }) => type === 'image/png');
  expect(drawn.map(({ sizes, purpose = 'any' }) => `${sizes} ${purpose}`)).toEqual([
    '192x192 any',
    '512x512 any',
    '512x512 maskable',
  ]);
  for (const icon of drawn) {
    const { width, height } = PNG.sync.read(read(icon));
    expect(`${width}x${height}`, icon.src).toBe(icon.sizes);
  }
  const touch = PNG.sync.read(readFileSync('client/public/icons/touch-180.png'));
  expect([touch.width, touch.height]).toEqual([180, 180]);
});

test('what an app shop shows of it is there', () => {
  for (const picture of manifest.screenshots) expect(read(picture).length, picture.src).toBeGreaterThan(10_000);
});

test('from its icon one begins a cloth, joins one or comes to the room', () => {
  expect(manifest.shortcuts.map(({ url }) => url)).toEqual(['/', '/join', '/#room']);
  for (const { url } of manifest.shortcuts)
    expect(routeOf(new URL(url, 'https://example.org')).page, url).toBe(url === '/join' ? 'join' : 'home');
});

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Language } from '../../shared/text/language.ts';

/** Where the build says which files each part of the client is made of, and the parts that show a cloth in a language. */
const MANIFEST = '.vite/manifest.json';
const CLOTH_PAGE = 'app/cloth/ClothPage.tsx';
const textsIn = (language: Language) => [`i18n/${language}/first.ts`, `steps/${language}.ts`];
/** The letters on a cloth, Latin: without them it would be drawn twice. */
const CLOTH_LETTERS = /shantell-sans-latin-(?:500|700)-normal-[\w-]+\.woff2$/;

const manifestSchema = z.record(
  z.string(),
  z.object({
    file: z.string(),
    imports: z.array(z.string()).optional(),
    css: z.array(z.string()).optional(),
    assets: z.array(z.string()).optional(),
  }),
);

/**
 * The `Link` header that tells a browser, with the page itself, what showing a cloth takes to who reads in a language: else it
 * would hear of the cloth's own scripts from the first ones, and of its letters from those. Null when the build does not say.
 */
export function earlyFiles(clientDir: string, language: Language): string | null {
  const path = join(clientDir, MANIFEST);
  if (!existsSync(path)) return null;
  const parts = manifestSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  const wanted = new Set<string>();
  const want = (name: string): void => {
    if (wanted.has(name) || !parts[name]) return;
    wanted.add(name);
    for (const other of parts[name].imports ?? []) want(other);
  };
  for (const part of [CLOTH_PAGE, ...textsIn(language)]) want(part);
  const files = [...wanted].flatMap((name) => parts[name] ?? []);
  const letters = Object.values(parts).flatMap(({ file, assets = [] }) => [file, ...assets]);
  // In the mode in which the page asks for them (`crossorigin`), or the browser takes them for other files and fetches them twice.
  const links = [
    ...files.flatMap(({ css = [] }) => css.map((file) => `</${file}>; rel=preload; as=style; crossorigin`)),
    ...files.map(({ file }) => `</${file}>; rel=modulepreload`),
    ...[...new Set(letters.filter((file) => CLOTH_LETTERS.test(file)))].map(
      (file) => `</${file}>; rel=preload; as=font; crossorigin`,
    ),
  ];
  return links.length > 0 ? [...new Set(links)].join(', ') : null;
}

/**
 * Writes shared/text/font-metrics.generated.ts: the advance width of every character of the bundled cloth font, read
 * from the very files the browser loads. Run `npm run fonts:metrics` after an update of @fontsource/shantell-sans.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openSync } from 'fontkit';

const FONT_DIR = new URL('../node_modules/@fontsource/shantell-sans/', import.meta.url);
export const OUTPUT = new URL('../shared/text/font-metrics.generated.ts', import.meta.url);
const WEIGHTS = [500, 700];
/** In the order in which a character that two subsets hold is looked up; both hold the same glyph. */
const SUBSETS = ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'vietnamese'];

/** Whether the style sheet's `unicode-range` sends this character to that subset's file. */
function rangeTest(range) {
  const spans = range.split(',').map((part) => {
    const [from, to] = part.trim().slice(2).split('-');
    return [Number.parseInt(from, 16), Number.parseInt(to ?? from, 16)];
  });
  return (codePoint) => spans.some(([from, to]) => codePoint >= from && codePoint <= to);
}

/** Code point -> advance in 1/1000 em, ascending. */
function advancesOf(weight, ranges) {
  const advances = new Map();
  for (const subset of SUBSETS) {
    const font = openSync(fileURLToPath(new URL(`files/shantell-sans-${subset}-${weight}-normal.woff2`, FONT_DIR)));
    const inRange = rangeTest(ranges[subset]);
    for (const codePoint of font.characterSet) {
      if (codePoint < 0x20 || !inRange(codePoint) || advances.has(codePoint)) continue;
      const glyph = font.glyphForCodePoint(codePoint);
      advances.set(codePoint, Math.round((glyph.advanceWidth * 1000) / font.unitsPerEm));
    }
  }
  return [...advances].sort(([a], [b]) => a - b);
}

/** Runs of neighbouring code points: each line is the first one and the widths from there on. */
function runsOf(advances) {
  const runs = [];
  for (const [codePoint, width] of advances) {
    const last = runs.at(-1);
    if (last && last.start + last.widths.length === codePoint) last.widths.push(width);
    else runs.push({ start: codePoint, widths: [width] });
  }
  return runs;
}

/** The whole text of the generated file. Throws when the font's files are not installed. */
export function renderMetrics() {
  const ranges = JSON.parse(readFileSync(new URL('unicode.json', FONT_DIR), 'utf8'));
  const { version } = JSON.parse(readFileSync(new URL('package.json', FONT_DIR), 'utf8'));
  const tables = WEIGHTS.map((weight) => {
    const lines = runsOf(advancesOf(weight, ranges)).map(
      ({ start, widths }) => `    [0x${start.toString(16)}, '${widths.join(' ')}'],`,
    );
    return `  ${weight}: [\n${lines.join('\n')}\n  ],`;
  });
  return `// Written by scripts/font-metrics.mjs from @fontsource/shantell-sans ${version}. Do not edit: npm run fonts:metrics
/** Per weight: runs of neighbouring code points, as the first one and the advances from there on in 1/1000 em. */
export const ADVANCES: Readonly<Record<${WEIGHTS.join(' | ')}, readonly (readonly [number, string])[]>> = {
${tables.join('\n')}
};
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(OUTPUT, renderMetrics());

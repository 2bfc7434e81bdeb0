import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { createCloth } from '../../../shared/commands/create.ts';
import { exampleCloth } from '../../../shared/commands/example.ts';
import { openCloth } from '../../../shared/document/cloth-doc.ts';
import { readSnapshot } from '../../../shared/document/read.ts';
import { snapshotOfFile } from '../../../shared/formats/file-snapshot.ts';
import type { Scene } from '../../../shared/layout/shapes.ts';
import { clothStrips } from '../../../shared/paint/cloth.ts';
import { fillPath, PathMaker, tracePath } from '../../../shared/paint/path.ts';
import { buildScene } from '../../../shared/scene/build-scene.ts';
import { fontMeasure } from '../../../shared/text/text-measure.ts';
import { recordingPen, type Stroke } from '../../support/recording-pen.ts';

const scene = buildScene(snapshotOfFile(exampleCloth('nl', fontMeasure, 0)), fontMeasure);

function painted(pxPerMm: number): readonly Stroke[] {
  const { pen, strokes } = recordingPen();
  for (const strip of clothStrips(pen, scene, { pxPerMm })) strip();
  return strokes;
}

/** The words that were drawn, each as often as it was. */
const wordsOf = (strokes: readonly Stroke[]) =>
  strokes.filter(([does]) => does === 'fillText').map(([, text]) => String(text));

test('any pen draws the example without a browser: every word, letter and name of it', () => {
  const drawn = wordsOf(painted(1));
  const written = [
    ...scene.initiative.text.lines,
    ...scene.items.flatMap(({ text, badges }) => [...text.lines, ...badges.map(({ letter }) => letter)]),
    ...scene.seats.filter(({ free }) => !free).map(({ label }) => label),
  ];
  expect(written.length).toBeGreaterThan(30);
  expect(drawn.toSorted()).toEqual(written.toSorted());
});

test('a pen is told places only, and gets back as it was given', () => {
  const strokes = painted(1);
  for (const [does, ...given] of strokes) {
    if (does.startsWith('=')) continue;
    expect(
      given.filter((each) => typeof each === 'number' && !Number.isFinite(each)),
      does,
    ).toEqual([]);
  }
  const count = (what: string) => strokes.filter(([does]) => does === what).length;
  expect(count('save')).toBe(count('restore'));
  expect(painted(1)).toEqual(strokes);
});

test('from afar there are bars for words, and no second strokes', () => {
  const far = painted(0.05);
  expect(wordsOf(far)).toEqual([]);
  expect(far.length).toBeLessThan(painted(1).length / 2);
});

test('a letter too low to be read is left out, and its badge is there', () => {
  const letters = scene.items.flatMap(({ badges }) => badges.map(({ radius }) => radius * 1.35));
  const [least, most] = [Math.min(...letters), Math.max(...letters)];
  const single = (pxPerMm: number) => wordsOf(painted(pxPerMm)).filter((words) => /^[ipslg]$/.test(words)).length;
  expect(single(5.9 / most)).toBe(0);
  expect(single(6.1 / least)).toBe(letters.length);
});

test('a path is traced as it was written down; what is no path is refused', () => {
  const maker = new PathMaker();
  maker.moveTo(1, 2);
  maker.lineTo(3, 4);
  maker.quadraticCurveTo(5, 6, 7, 8);
  maker.bezierCurveTo(1, 2, 3, 4, 5, 6);
  maker.closePath();
  const { pen, strokes } = recordingPen();
  tracePath(pen, maker.path);
  expect(strokes).toEqual([
    ['moveTo', 1, 2],
    ['lineTo', 3, 4],
    ['quadraticCurveTo', 5, 6, 7, 8],
    ['bezierCurveTo', 1, 2, 3, 4, 5, 6],
    ['closePath'],
  ]);
  expect(() => tracePath(pen, [9])).toThrow(RangeError);

  const drawn = recordingPen();
  const kept = {};
  fillPath(drawn.pen, maker.path, { pxPerMm: 1, kept: () => kept });
  expect(drawn.strokes).toEqual([['fill', kept]]);
});

test('a theme sheet shows its boxes however small it is painted, and a cloth no folds then', () => {
  const doc = new Y.Doc();
  createCloth(doc, { sheet: 'theme', title: 'taal', createdAt: 1 });
  const strokesOf = (sheet: Scene) => {
    const { pen, strokes } = recordingPen();
    for (const strip of clothStrips(pen, sheet, { pxPerMm: 0.06 })) strip();
    return strokes.filter(([does]) => does === 'stroke').length;
  };
  const theme = buildScene(readSnapshot(openCloth(doc)), fontMeasure);
  // Two lines across, four down, and the one of its time.
  expect(strokesOf(theme)).toBeGreaterThanOrEqual(7);
  expect(strokesOf({ ...theme, sheet: { ...theme.sheet, boxes: undefined, line: undefined } as never })).toBeLessThan(
    7,
  );
});

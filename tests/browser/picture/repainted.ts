import type { Page } from 'playwright-core';
import type { CameraView } from '../../../client/canvas/camera/camera-view.ts';
import {
  addItems,
  moveItems,
  removeItems,
  setItemColour,
  setItemKind,
  setPosition,
} from '../../../shared/commands/items.ts';
import { addTies, removeTies, setExpected } from '../../../shared/commands/ties.ts';
import { editWords } from '../../../shared/commands/words.ts';
import type { ClothDoc } from '../../../shared/document/cloth-doc.ts';
import type { LiveSnapshot } from '../../../shared/document/live-snapshot.ts';
import { INITIATIVE, POSITION_LETTERS } from '../../../shared/model/schema.ts';
import { item } from '../../support/cloth.ts';

/** One edit after another, of every kind that changes what is drawn, wherever the numbers lead. */
export function randomEdits(cloth: ClothDoc, live: LiveSnapshot, random: () => number): () => void {
  const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(random() * from.length)];
  const anItem = () => pick(live.current.items)?.id ?? '';
  const aTie = () => pick(live.current.ties)?.id ?? '';
  const place = (): [number, number] => [random() * 900 - 450, random() * 500 - 250];
  let nth = 0;
  const edits = [
    () =>
      addItems(cloth, [item(`new${nth}`, { kind: pick(['ingredient', 'connector']) ?? 'connector', pos: place() })]),
    () => addTies(cloth, [{ id: `tie${nth}`, from: anItem(), to: pick([INITIATIVE, anItem()]) ?? '', createdAt: nth }]),
    () => moveItems(cloth, new Map([[anItem(), place()]])),
    () => moveItems(cloth, new Map([...Array(3)].map(() => [anItem(), place()]))),
    () => removeItems(cloth, [anItem()]),
    () => removeTies(cloth, [aTie()]),
    () => setExpected(cloth, [aTie()], random() < 0.5),
    () => setItemColour(cloth, [anItem()], pick(['#b91c1c', '#15803d']) ?? ''),
    () => setItemKind(cloth, [anItem()], pick(['ingredient', 'connector']) ?? 'ingredient'),
    () => setPosition(cloth, [anItem()], pick(POSITION_LETTERS) ?? 'i', random() < 0.7),
    () => editWords(cloth, { of: 'text', item: anItem() }, `woorden ${'meer '.repeat(random() * 12)}${nth}`, 0),
    () => editWords(cloth, { of: 'initiative' }, `lees${'plezier'.repeat(random() * 4)}`, 0),
  ];
  return () => {
    edits[nth % edits.length]?.();
    nth++;
  };
}

declare global {
  interface Window {
    /** A copy of what the page shows of the cloth at rest. */
    resting?: OffscreenCanvas;
    /** Its pixels at some moments, by name. */
    pictures?: Record<string, Uint8ClampedArray>;
  }
}

/** Runs in a page before anything else: keeps an eye on what is shown of the cloth at rest. */
export function watchPicture(): void {
  const show = ImageBitmapRenderingContext.prototype.transferFromImageBitmap;
  ImageBitmapRenderingContext.prototype.transferFromImageBitmap = function (picture) {
    if (picture) {
      window.resting = new OffscreenCanvas(picture.width, picture.height);
      window.resting.getContext('2d')?.drawImage(picture, 0, 0);
    }
    show.call(this, picture);
  };
}

/** Has a page draw its cloth anew, whole, for a view. */
export async function drawAnew(page: Page, view: CameraView): Promise<void> {
  await page.evaluate(async (next) => {
    const drawn = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    // What lies this far off is not in the picture, so each of the two is drawn at once.
    for (const at of [{ ...next, x: next.x + 100_000 }, next]) {
      window.tafelkleed?.camera.set(at);
      await drawn();
    }
  }, view);
}

/** Keeps in the page what it shows of the cloth at rest, once what it knows is drawn. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  await page.evaluate(async (as) => {
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const { resting } = window;
    const { data } = resting?.getContext('2d')?.getImageData(0, 0, resting.width, resting.height) ?? {};
    if (data) window.pictures = { ...window.pictures, [as]: data };
  }, name);
}

/** How many pixels differ between two that were kept: so that it can be seen, or by the rounding of an edge only. */
export function pixelsApart(page: Page, one: string, other: string): Promise<{ far: number; near: number }> {
  return page.evaluate(
    ([a, b]) => {
      const ROUNDING = 40;
      const [first, second] = [window.pictures?.[a], window.pictures?.[b]];
      if (!first || first.length !== second?.length) throw new Error('not two pictures of one size');
      const apart = { far: 0, near: 0 };
      for (let pixel = 0; pixel < first.length; pixel += 4) {
        let most = 0;
        for (let at = pixel; at < pixel + 4; at++)
          most = Math.max(most, Math.abs((first[at] ?? 0) - (second[at] ?? 0)));
        if (most > ROUNDING) apart.far++;
        else if (most > 0) apart.near++;
      }
      return apart;
    },
    [one, other] as const,
  );
}

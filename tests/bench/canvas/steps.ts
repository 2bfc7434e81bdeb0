import type { Page } from 'playwright-core';
import type { InHand } from './big-cloth.ts';
import { type Meter, median, meterOf, slowDown } from './meter.ts';

/** A page on which the same steps can be taken: the client, the floor, or another program. */
export interface Stage {
  readonly page: Page;
  /** Opens the page; resolves with the ms from navigation to a drawn cloth one can touch. */
  open(): Promise<number>;
  /** Looks at an item at 100 %, or at the whole cloth. */
  look(at: string | 'whole'): Promise<void>;
  /** Takes hold of an item with the mouse; resolves when it is down. */
  take(id: string): Promise<void>;
  /** Takes hold of all items at once. */
  takeAll(): Promise<void>;
  /** Opens the words of an item to be written. */
  write(id: string): Promise<void>;
  /** Lets others drag these items at 30 Hz; resolves when they have sent all updates. */
  others(ids: readonly string[], updates: number): Promise<void>;
  close(): Promise<void>;
}

const MIDDLE = [960, 500] as const;

/**
 * Takes every step once, and gives ms of main-thread work per step; of a key also how long it took until its frame. The
 * processor is so many times slower meanwhile.
 */
export async function stepsOn(
  stage: Stage,
  { dragged, written, moved }: InHand,
  slower: number,
): Promise<Record<string, number>> {
  await slowDown(stage.page, slower);
  const load = await stage.open();
  const meter = await meterOf(stage.page);
  const results: Record<string, number> = { load };

  await stage.look(written);
  results.pan = await meter.perStep(() =>
    wheel(meter, 60, (step) => ({ dx: step < 30 ? 14 : -14, dy: step % 20 < 10 ? 8 : -8 })),
  );
  await stage.look('whole');
  results.panAll = await meter.perStep(() => wheel(meter, 60, (step) => ({ dx: step < 30 ? 6 : -6, dy: 2 })));
  await stage.look('whole');
  results.zoom = await meter.perStep(() =>
    wheel(meter, 48, (step) => ({ dx: 0, dy: step < 24 ? -40 : 40, ctrl: true })),
  );

  await stage.look(dragged);
  await stage.take(dragged);
  results.drag = await meter.perStep(() => drag(meter, 60, 3));
  await stage.look('whole');
  results.remote = await meter.perStep(async () => {
    await stage.others(moved, 60);
    return 60;
  });
  await stage.look(written);
  await stage.write(written);
  results.type = await meter.perStep(() => type(meter, 30));
  results.key = median(await meter.keysToFrame());
  await stage.look('whole');
  await stage.takeAll();
  results.moveAll = await meter.perStep(() => drag(meter, 20, 3));
  await stage.close();
  return results;
}

interface Turn {
  readonly dx: number;
  readonly dy: number;
  readonly ctrl?: boolean;
}

export async function wheel({ cdp, frame }: Meter, steps: number, turn: (step: number) => Turn): Promise<number> {
  const [x, y] = MIDDLE;
  for (let step = 0; step < steps; step++) {
    const { dx, dy, ctrl = false } = turn(step);
    await cdp.send('Input.dispatchMouseEvent', {
      type: 'mouseWheel',
      x,
      y,
      deltaX: dx,
      deltaY: dy,
      modifiers: ctrl ? 2 : 0,
    });
    await frame();
  }
  return steps;
}

export async function drag({ cdp, frame }: Meter, steps: number, px: number): Promise<number> {
  const [x, y] = MIDDLE;
  const at = (step: number) =>
    ({ x: x + 10 + step * px, y: y + 10 + (step % 10) * px, button: 'left', buttons: 1 }) as const;
  for (let step = 0; step < steps; step++) {
    await cdp.send('Input.dispatchMouseEvent', { type: 'mouseMoved', ...at(step) });
    await frame();
  }
  await cdp.send('Input.dispatchMouseEvent', { type: 'mouseReleased', clickCount: 1, ...at(steps - 1) });
  await frame();
  return steps;
}

export async function type({ cdp, frame }: Meter, keys: number): Promise<number> {
  for (let key = 0; key < keys; key++) {
    const text = key % 6 === 5 ? ' ' : 'a';
    await cdp.send('Input.dispatchKeyEvent', { type: 'keyDown', key: text, text });
    await cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', key: text });
    await frame();
  }
  return keys;
}

/** Where the mouse stands in all of this. */
export const MOUSE = MIDDLE;

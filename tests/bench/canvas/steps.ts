import type { Page } from 'playwright-core';
import { DRAGGED, WRITTEN } from './big-cloth.ts';
import { type Meter, meterOf } from './meter.ts';

/** A page on which the same steps can be taken: the client, or the floor. */
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

/** Takes every step once, and gives ms of main-thread work per step. */
export async function stepsOn(stage: Stage): Promise<Record<string, number>> {
  const load = await stage.open();
  const meter = await meterOf(stage.page);
  const results: Record<string, number> = { load };

  await stage.look(WRITTEN);
  results.pan = await meter.perStep(() =>
    wheel(meter, 60, (step) => ({ dx: step < 30 ? 14 : -14, dy: step % 20 < 10 ? 8 : -8 })),
  );
  await stage.look('whole');
  results.panAll = await meter.perStep(() => wheel(meter, 60, (step) => ({ dx: step < 30 ? 6 : -6, dy: 2 })));
  await stage.look('whole');
  results.zoom = await meter.perStep(() =>
    wheel(meter, 48, (step) => ({ dx: 0, dy: step < 24 ? -40 : 40, ctrl: true })),
  );

  await stage.look(DRAGGED);
  await stage.take(DRAGGED);
  results.drag = await meter.perStep(() => drag(meter, 60, 3));
  await stage.look('whole');
  const ids = Array.from({ length: 20 }, (_, nth) => `ingredient-${String(nth + 2).padStart(2, '0')}-30`);
  results.remote = await meter.perStep(async () => {
    await stage.others(ids, 60);
    return 60;
  });
  await stage.look(WRITTEN);
  await stage.write(WRITTEN);
  results.type = await meter.perStep(() => type(meter, 30));
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

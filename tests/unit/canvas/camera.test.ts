import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createCamera, ZOOM } from '../../../client/canvas/camera/camera.ts';
import { LETTERS, READABLE, zoomToRead } from '../../../client/canvas/camera/readable.ts';
import type { Box } from '../../../shared/layout/box.ts';

const SHEET: Box = { x: -900, y: -600, w: 1800, h: 1200 };

function still(whole: Box = SHEET) {
  const camera = createCamera({ whole: () => whole, reducedMotion: () => true });
  camera.resize(1000, 800);
  return camera;
}

function visible({ seen }: ReturnType<typeof still>, box: Box): boolean {
  const { x, y, w, h } = seen();
  return box.x >= x && box.y >= y && box.x + box.w <= x + w && box.y + box.h <= y + h;
}

describe('the camera', () => {
  it('turns places on the screen into places on the cloth and back', () => {
    const camera = still();
    camera.set({ x: 120, y: -40, zoom: 0.7 });
    expect(camera.toScreen([120, -40])).toEqual([500, 400]);
    const [x, y] = camera.toCloth(camera.toScreen([33, 44]));
    expect([x, y]).toEqual([expect.closeTo(33), expect.closeTo(44)]);
  });

  it('keeps the spot under the pointer while it zooms', () => {
    const camera = still();
    const before = camera.toCloth([130, 700]);
    camera.zoomBy(3, [130, 700]);
    const after = camera.toCloth([130, 700]);
    expect(after[0]).toBeCloseTo(before[0]);
    expect(after[1]).toBeCloseTo(before[1]);
  });

  it('keeps zoom within bounds, the spot under the pointer included', () => {
    const camera = still();
    const before = camera.toCloth([10, 10]);
    camera.zoomBy(1e6, [10, 10]);
    expect(camera.get().zoom).toBe(ZOOM.most);
    expect(camera.toCloth([10, 10])[0]).toBeCloseTo(before[0]);
    camera.zoomBy(1e-9);
    expect(camera.get().zoom).toBe(ZOOM.least);
  });

  it('shows words as much larger to who reads larger letters as they asked, until all is asked for', () => {
    const zoomAt = (letters: number) => {
      const camera = createCamera({ whole: () => SHEET, reducedMotion: () => true, letters: () => letters });
      camera.setInset({ top: 60 * letters, right: 0, bottom: 100 * letters, left: 80 });
      camera.resize(1000, 800);
      return { camera, zoom: camera.get().zoom };
    };
    const usual = zoomAt(1);
    const large = zoomAt(2);
    expect(large.zoom / usual.zoom).toBeGreaterThanOrEqual(2);
    expect(large.zoom * LETTERS).toBeLessThanOrEqual(2 * READABLE);
    expect(large.camera.fitted).toBe(true);
    expect(large.camera.sight().at).toEqual([expect.closeTo(0), expect.closeTo(0)]);
    large.camera.fit();
    expect(large.camera.get().zoom).toBe(large.zoom);
    large.camera.fit(true);
    expect(visible(large.camera, SHEET)).toBe(true);
    // What could be read by others is brought nearer for them.
    expect(zoomToRead(LETTERS, 0.5)).toBe(0);
    expect(zoomToRead(LETTERS, 0.5, 2)).toBeCloseTo((2 * READABLE) / LETTERS);
    large.camera.resize(900, 800);
    large.camera.fit();
    expect(visible(large.camera, SHEET)).toBe(true);
  });

  it('shows the whole cloth from the start, clear of the toolbars, and again after a turn of the tablet', () => {
    const camera = still();
    camera.setInset({ top: 60, right: 0, bottom: 100, left: 80 });
    for (const [w, h] of [
      [1000, 800],
      [800, 1000],
    ] as const) {
      camera.resize(w, h);
      const [left, top] = camera.toScreen([SHEET.x, SHEET.y]);
      const [right, bottom] = camera.toScreen([SHEET.x + SHEET.w, SHEET.y + SHEET.h]);
      expect(left).toBeGreaterThanOrEqual(80);
      expect(top).toBeGreaterThanOrEqual(60);
      expect(right).toBeLessThanOrEqual(w);
      expect(bottom).toBeLessThanOrEqual(h - 100);
    }
  });

  it('keeps what somebody chose to look at in the middle after a turn', () => {
    const camera = still();
    camera.set({ x: 300, y: 200, zoom: 2 });
    camera.resize(800, 1000);
    expect(camera.get()).toEqual({ x: 300, y: 200, zoom: 2, turn: 0 });
  });

  it('reveals with the least movement, and not at all when it is seen', () => {
    const camera = still();
    camera.set({ x: 0, y: 0, zoom: 1 });
    camera.reveal({ x: 100, y: 100, w: 50, h: 50 });
    expect(camera.get()).toEqual({ x: 0, y: 0, zoom: 1, turn: 0 });
    const box = { x: 600, y: 0, w: 50, h: 50 };
    camera.reveal(box);
    expect(camera.get().y).toBe(0);
    expect(visible(camera, box)).toBe(true);
  });

  it('brings words above the on-screen keyboard', () => {
    const camera = still();
    camera.set({ x: 0, y: 0, zoom: 1 });
    const box = { x: -50, y: 300, w: 100, h: 40 };
    camera.setCovered(400);
    camera.reveal(box);
    expect(camera.toScreen([0, 340])[1]).toBeLessThanOrEqual(400);
  });

  it('brings words above what stands on the on-screen keyboard as well', () => {
    const camera = still();
    camera.setInset({ top: 0, right: 0, bottom: 150, left: 0, overKeyboard: 70 });
    camera.set({ x: 0, y: 0, zoom: 1 });
    camera.setCovered(400);
    camera.reveal({ x: -50, y: 300, w: 100, h: 40 });
    expect(camera.toScreen([0, 340])[1]).toBeLessThanOrEqual(330);
    camera.setCovered(0);
    camera.fit();
    expect(camera.fitted).toBe(true);
  });

  it('goes back after a visit, unless somebody has looked elsewhere meanwhile', () => {
    const camera = still();
    const before = camera.get();
    camera.visit({ x: 500, y: 300, w: 60, h: 40 }, 2)();
    expect(camera.get()).toEqual(before);
    const back = camera.visit({ x: 500, y: 300, w: 60, h: 40 }, 2);
    camera.panBy([10, 0]);
    const chosen = camera.get();
    back();
    expect(camera.get()).toEqual(chosen);
  });

  it('does nothing for nothing to fit to', () => {
    const camera = still();
    const before = camera.get();
    camera.fitTo([]);
    expect(camera.get()).toEqual(before);
  });
});

describe('a gliding camera', () => {
  let frames: ((now: number) => void)[] = [];
  let now = 0;
  const run = (ms: number) => {
    now += ms;
    const due = frames;
    frames = [];
    for (const frame of due) frame(now);
  };

  beforeEach(() => {
    frames = [];
    now = 0;
    vi.stubGlobal('requestAnimationFrame', (frame: (now: number) => void) => frames.push(frame));
    vi.stubGlobal('cancelAnimationFrame', () => {
      frames = [];
    });
    vi.spyOn(performance, 'now').mockImplementation(() => now);
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });

  function gliding() {
    const camera = createCamera({ whole: () => SHEET });
    camera.resize(1000, 800);
    camera.set({ x: 0, y: 0, zoom: 1 });
    return camera;
  }

  it('arrives exactly, and stops', () => {
    const camera = gliding();
    camera.fitTo([{ x: 400, y: 300, w: 100, h: 100 }], 2);
    for (let step = 0; step < 30; step++) run(16);
    expect(camera.get()).toEqual({ x: 450, y: 350, zoom: 2, turn: 0 });
    expect(frames).toEqual([]);
  });

  it('is taken over by a hand at once', () => {
    const camera = gliding();
    camera.fit();
    run(16);
    const before = camera.get();
    camera.panBy([10, 0]);
    run(500);
    expect(camera.get()).toEqual({ ...before, x: before.x - 10 / before.zoom });
  });

  it('shows the whole cloth clear of what came to lie over the canvas while it was on its way', () => {
    const camera = gliding();
    camera.fit();
    run(16);
    camera.setInset({ top: 0, right: 300, bottom: 0, left: 0 });
    run(16);
    camera.resize(1200, 800);
    for (let step = 0; step < 30; step++) run(16);
    expect(camera.toScreen([SHEET.x + SHEET.w, 0])[0]).toBeLessThan(900);
    expect(camera.toScreen([SHEET.x, 0])[0]).toBeGreaterThan(0);
  });

  it('reveals large enough to read, when told how large that is, and never larger than fits', () => {
    const camera = still();
    camera.set({ x: 0, y: 0, zoom: 0.1 });
    const box = { x: 100, y: 100, w: 50, h: 50 };
    camera.reveal(box, 0.5);
    expect(camera.get()).toMatchObject({ x: expect.closeTo(125), y: expect.closeTo(125), zoom: 0.5 });
    camera.set({ x: 0, y: 0, zoom: 0.8 });
    camera.reveal(box, 0.5);
    expect(camera.get()).toMatchObject({ x: 0, y: 0, zoom: 0.8 });
    camera.set({ x: 0, y: 0, zoom: 0.1 });
    camera.reveal(SHEET, 2);
    expect(camera.get().zoom).toBeLessThan(1);
    expect(visible(camera, SHEET)).toBe(true);
  });

  it('reveals from where it is going, not from where it happens to be', () => {
    const camera = gliding();
    const box = { x: 4000, y: 0, w: 60, h: 40 };
    camera.visit(box, 2);
    run(16);
    camera.reveal(box);
    for (let step = 0; step < 30; step++) run(16);
    expect(camera.get().zoom).toBe(2);
    expect(visible(camera, box)).toBe(true);
  });
});

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { drawOnNextFrame, onNextFrame } from '../../../client/document/frame.ts';

const frames: (() => void)[] = [];
const nextFrame = () => {
  for (const work of frames.splice(0)) work();
};

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('requestAnimationFrame', (work: () => void) => frames.push(work));
});
afterEach(() => {
  nextFrame();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('what is read in a frame is drawn in that frame', () => {
  const done: string[] = [];
  const draw = drawOnNextFrame(() => done.push('drawn'));
  const read = onNextFrame(() => {
    done.push('read');
    draw.ask();
  });
  read.ask();
  read.ask();
  expect(frames).toHaveLength(1);
  nextFrame();
  expect(done).toEqual(['read', 'drawn']);
  expect(frames).toHaveLength(0);
});

test('what is drawn on and on is drawn once a frame', () => {
  let times = 0;
  const draw = drawOnNextFrame(() => {
    times++;
    draw.ask();
  });
  draw.ask();
  nextFrame();
  nextFrame();
  expect(times).toBe(2);
  draw.stop();
  nextFrame();
  expect(times).toBe(2);
});

test('where no frame comes what came in is read all the same, once', () => {
  let times = 0;
  const read = onNextFrame(() => times++);
  read.ask();
  vi.advanceTimersByTime(1_000);
  expect(times).toBe(1);
  nextFrame();
  expect(times).toBe(1);
});

import type { Readable } from 'node:stream';
import { expect, onTestFinished, test } from 'vitest';
import { HttpLine } from '../../../server/sync/gateway/http-line.ts';
import { roomyAccount } from '../../support/memory.ts';

function openLine(): HttpLine {
  const line = new HttpLine(roomyAccount().share());
  onTestFinished(() => void line.destroy());
  return line;
}

async function wholeOf(answer: Readable | null): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of answer ?? []) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString();
}

test('what comes in is read in its order, once, however often it is brought', async () => {
  const line = openLine();
  let read = '';
  line.on('data', (piece: Buffer) => {
    read += piece.toString();
  });
  expect(await line.receive(0, Buffer.from('abc'))).toBeNull();
  expect(await line.receive(0, Buffer.from('abc'))).toBeNull();
  expect(await line.receive(1, Buffer.from('bcde'))).toBeNull();
  expect(await line.receive(9, Buffer.from('z'))).toBe('gap');
  await expect.poll(() => read).toBe('abcde');
});

test('who brings more than is read waits, and what he brings meanwhile is not taken', async () => {
  const line = openLine();
  const much = Buffer.alloc(300 * 1024);
  const first = line.receive(0, much);
  expect(await line.receive(much.length, Buffer.from('more'))).toBe('busy');
  line.resume();
  expect(await first).toBeNull();
  expect(await line.receive(much.length, Buffer.from('more'))).toBeNull();
});

test('an answer that got lost is given again, from where the other side had got to', async () => {
  const line = openLine();
  line.write('hello ');
  line.write('world');
  expect(await wholeOf(line.answer(0, false))).toBe('hello world');
  expect(await wholeOf(line.answer(6, false))).toBe('world');
  line.write('!');
  expect(await wholeOf(line.answer(11, false))).toBe('!');
  expect(line.answer(3, false), 'it said that it had more').toBeNull();
  expect(line.answer(99, false), 'so much was never sent').toBeNull();
});

test('no more leaves than 1 MiB that is not known to have arrived', async () => {
  const line = openLine();
  let left = 0;
  for (let times = 0; times < 9; times++) {
    line.write(Buffer.alloc(256 * 1024), () => {
      left += 1;
    });
  }
  const first = (await wholeOf(line.answer(0, true))).length;
  expect(first).toBe(1024 * 1024);
  expect(left).toBe(4);
  const second = (await wholeOf(line.answer(first, true))).length;
  expect(second).toBe(1024 * 1024);
});

test('the last words of a line that was ended can still be asked for', async () => {
  const line = openLine();
  line.end('goodbye');
  expect(await wholeOf(line.answer(0, true))).toBe('goodbye');
});

test('who says goodbye is told nothing more, and what he said before is read', async () => {
  const line = openLine();
  let read = '';
  line.on('data', (piece: Buffer) => {
    read += piece.toString();
  });
  line.leave();
  await line.receive(0, Buffer.from('goodbye'));
  await new Promise<void>((told) => line.write('are you there?', () => told()));
  line.end();
  await new Promise((closed) => line.once('close', closed));
  expect(read).toBe('goodbye');
});

/**
 * `npm run chime`: makes the sound that a page gives when the time is over: one soft strike of a small wooden bar, as the
 * simplest kind of WAV file, which every browser plays. Run when it is to sound otherwise; what it makes stands in
 * client/steps/timer/strike.wav.
 */
import { writeFile } from 'node:fs/promises';

const FILE = 'client/steps/timer/strike.wav';
/** Samples a second, one byte each: enough for the highest of the partials. */
const RATE = 8_000;
/** s. Longer the file would be larger than 6,000 bytes. */
const LASTS = 0.72;
/** Hz. */
const PITCH = 523.25;
/** What rings along with a struck bar: its partials, how loud each is, and after how long it is a thousandth of that, s. */
const PARTIALS = [
  { times: 1, loud: 1, lasts: 1.6 },
  { times: 3.93, loud: 0.22, lasts: 0.35 },
  { times: 7.2, loud: 0.05, lasts: 0.12 },
] as const;
/** How long it swells after the strike, and fades before its end, s. */
const STRIKE = 0.008;
const FADE = 0.18;

const samples = Array.from({ length: Math.round(RATE * LASTS) }, (_, nth) => {
  const at = nth / RATE;
  const ringing = PARTIALS.map(
    ({ times, loud, lasts }) => loud * 10 ** ((-3 * at) / lasts) * Math.sin(2 * Math.PI * PITCH * times * at),
  );
  return Math.min(1, at / STRIKE, (LASTS - at) / FADE) * ringing.reduce((sum, each) => sum + each, 0);
});
const loudest = Math.max(...samples.map(Math.abs));

const head = Buffer.alloc(44);
head.write('RIFF', 0, 'latin1');
head.writeUInt32LE(36 + samples.length, 4);
head.write('WAVEfmt ', 8, 'latin1');
head.writeUInt32LE(16, 16);
// Plain samples, one channel of them.
head.writeUInt16LE(1, 20);
head.writeUInt16LE(1, 22);
head.writeUInt32LE(RATE, 24);
head.writeUInt32LE(RATE, 28);
head.writeUInt16LE(1, 32);
head.writeUInt16LE(8, 34);
head.write('data', 36, 'latin1');
head.writeUInt32LE(samples.length, 40);
// Silence is the middle of a byte.
const body = Buffer.from(samples.map((sample) => 128 + Math.round((sample / loudest) * 127)));
await writeFile(FILE, Buffer.concat([head, body]));
console.log(`${FILE}: ${head.length + body.length} bytes`);

import type { DeviceStorage } from '../../device/device-storage.ts';
import strikeFile from './strike.wav';

const STORED_AS = 'tafelkleed.sound';

/** Whether this device sounds at the end of the time; on unless it was switched off here. */
export function soundIsOn(storage: DeviceStorage): boolean {
  return storage.get(STORED_AS) !== 'off';
}

export function setSound(storage: DeviceStorage, on: boolean): void {
  storage.set(STORED_AS, on ? null : 'off');
}

let audio: AudioContext | null = null;
/** The sound, fetched when the page may sound: by the time it is wanted the network may be gone. */
let strike: Promise<AudioBuffer> | null = null;
let unlocked = false;
/** How many strikes sound, or are about to. */
let sounding = 0;

/** Silence costs as much as sound while the loudspeaker is held, and a page may lie open for hours. */
function letGoInSilence(): void {
  if (sounding === 0) audio?.suspend().catch(() => {});
}

/** What could not be fetched is asked for again when it is to sound. */
function bringStrike(ctx: AudioContext): Promise<AudioBuffer> {
  strike ??= fetch(strikeFile)
    .then((file) => file.arrayBuffer())
    .then((bytes) => ctx.decodeAudioData(bytes));
  strike.catch(() => {
    strike = null;
  });
  return strike;
}

/**
 * Browsers let a page sound only once a person has touched it: prepares for it at every touch and key until it may. A finger
 * counts as a touch when it is lifted, a mouse when it is pressed.
 */
export function unlockSound(): () => void {
  const unlock = () => {
    // A device without sound has no such thing, or refuses; then it stays silent.
    try {
      audio ??= new AudioContext();
      const ctx = audio;
      ctx.resume().then(
        () => {
          unlocked = true;
          stop.abort();
          void bringStrike(ctx);
          letGoInSilence();
        },
        () => {},
      );
    } catch {
      audio = null;
      stop.abort();
    }
  };
  const stop = new AbortController();
  for (const event of ['pointerdown', 'pointerup', 'keydown'] as const) {
    window.addEventListener(event, unlock, { signal: stop.signal, passive: true });
  }
  return () => stop.abort();
}

/** Two strikes of a small wooden bar, the second a fourth lower: how fast each is played, and when, s. */
const STRIKES = [
  { rate: 1, at: 0 },
  { rate: 0.75, at: 0.42 },
] as const;
const LOUDNESS = 0.16;

/** Sounds, softly. Does nothing where sound was never unlocked. */
export async function chime(): Promise<void> {
  if (!audio || !unlocked) return;
  const ctx = audio;
  sounding += STRIKES.length;
  try {
    const [buffer] = await Promise.all([bringStrike(ctx), ctx.resume()]);
    const out = ctx.createGain();
    out.gain.value = LOUDNESS;
    out.connect(ctx.destination);
    for (const { rate, at } of STRIKES) {
      const source = ctx.createBufferSource();
      source.buffer = buffer;
      source.playbackRate.value = rate;
      source.connect(out);
      source.addEventListener('ended', over);
      source.start(ctx.currentTime + at);
    }
  } catch {
    // No sound could be had: the time is over all the same, and the page says so.
    sounding -= STRIKES.length;
    letGoInSilence();
  }
}

function over(): void {
  sounding -= 1;
  letGoInSilence();
}

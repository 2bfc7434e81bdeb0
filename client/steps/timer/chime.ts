import type { DeviceStorage } from '../../device/device-storage.ts';

const STORED_AS = 'tafelkleed.sound';

/** Whether this device sounds at the end of the time; on unless it was switched off here. */
export function soundIsOn(storage: DeviceStorage): boolean {
  return storage.get(STORED_AS) !== 'off';
}

export function setSound(storage: DeviceStorage, on: boolean): void {
  storage.set(STORED_AS, on ? null : 'off');
}

let audio: AudioContext | null = null;
let unlocked = false;
/** How many tones sound, or are about to. */
let sounding = 0;

/** Silence costs as much as sound while the loudspeaker is held, and a page may lie open for hours. */
function letGoInSilence(): void {
  if (sounding === 0) audio?.suspend().catch(() => {});
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
      audio.resume().then(
        () => {
          unlocked = true;
          stop.abort();
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

/** Two notes of a small wooden bar, struck softly: their pitch in Hz, and when, in s. */
const NOTES = [
  { pitch: 523.25, at: 0 },
  { pitch: 392, at: 0.42 },
] as const;
/** What rings along with a struck bar: its partials, how loud each is, and how long it lasts, s. */
const PARTIALS = [
  { times: 1, loud: 1, lasts: 1.6 },
  { times: 3.93, loud: 0.22, lasts: 0.35 },
  { times: 9.2, loud: 0.05, lasts: 0.12 },
] as const;
const LOUDNESS = 0.16;
const STRIKE = 0.008;

/** Sounds, softly. Does nothing where sound was never unlocked. */
export function chime(): void {
  if (!audio || !unlocked) return;
  const ctx = audio;
  const tones = NOTES.flatMap(({ pitch, at }) =>
    PARTIALS.map(({ times, ...how }) => ({ pitch: pitch * times, at, ...how })),
  );
  sounding += tones.length;
  ctx.resume().then(
    () => {
      const out = ctx.createGain();
      out.gain.value = LOUDNESS;
      out.connect(ctx.destination);
      for (const tone of tones) strike(ctx, out, tone);
    },
    () => {
      sounding -= tones.length;
    },
  );
}

interface Tone {
  /** Hz. */
  readonly pitch: number;
  readonly loud: number;
  /** From now, s. */
  readonly at: number;
  readonly lasts: number;
}

function strike(ctx: AudioContext, out: GainNode, { pitch, loud, at, lasts }: Tone): void {
  const tone = ctx.createOscillator();
  const swell = ctx.createGain();
  const start = ctx.currentTime + at;
  tone.frequency.value = pitch;
  swell.gain.setValueAtTime(0, start);
  swell.gain.linearRampToValueAtTime(loud, start + STRIKE);
  swell.gain.exponentialRampToValueAtTime(loud / 1_000, start + lasts);
  tone.connect(swell).connect(out);
  tone.addEventListener('ended', () => {
    sounding -= 1;
    letGoInSilence();
  });
  tone.start(start);
  tone.stop(start + lasts);
}

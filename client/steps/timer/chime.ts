import type { DeviceStorage } from '../../session/device-storage.ts';

const STORED_AS = 'tafelkleed.sound';

/** Whether this device sounds at the end of the time; on unless it was switched off here. */
export function soundIsOn(storage: DeviceStorage): boolean {
  return storage.get(STORED_AS) !== 'off';
}

export function setSound(storage: DeviceStorage, on: boolean): void {
  storage.set(STORED_AS, on ? null : 'off');
}

let audio: AudioContext | null = null;

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
        () => stop.abort(),
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
  if (audio?.state !== 'running') return;
  const out = audio.createGain();
  out.gain.value = LOUDNESS;
  out.connect(audio.destination);
  for (const { pitch, at } of NOTES) {
    for (const { times, loud, lasts } of PARTIALS)
      strike(audio, out, pitch * times, loud, audio.currentTime + at, lasts);
  }
}

function strike(ctx: AudioContext, out: GainNode, pitch: number, loud: number, at: number, lasts: number): void {
  const tone = ctx.createOscillator();
  const swell = ctx.createGain();
  tone.frequency.value = pitch;
  swell.gain.setValueAtTime(0, at);
  swell.gain.linearRampToValueAtTime(loud, at + STRIKE);
  swell.gain.exponentialRampToValueAtTime(loud / 1_000, at + lasts);
  tone.connect(swell).connect(out);
  tone.start(at);
  tone.stop(at + lasts);
}

import {
  BufferTarget,
  CanvasSource,
  canEncodeVideo,
  Mp4OutputFormat,
  Output,
  Quality,
  WebMOutputFormat,
} from 'mediabunny';
import { VIDEO_SIZE, type VideoForm } from './film-form.ts';

/** What plays everywhere first: H.264 in MP4, then VP9 and VP8 in WebM. */
const CODECS = { mp4: ['avc'], webm: ['vp9', 'vp8'] } as const;

/** One picture follows another by growing over it, seconds of the film; shorter than any shot. */
const FADE = 0.24;
const FADE_STEPS = 6;
/** A picture that stays is written again after this time, seconds: players jump to pictures only. */
const AGAIN = 1;

/**
 * The codec this browser encodes a form with, or null. Browsers without WebCodecs have none; nor has any on a plain http
 * address of a school's network, where browsers keep them away.
 */
async function codecOf(form: VideoForm): Promise<(typeof CODECS)[VideoForm][number] | null> {
  if (typeof VideoEncoder !== 'function' || typeof OffscreenCanvas !== 'function') return null;
  for (const codec of CODECS[form]) if (await canEncodeVideo(codec, VIDEO_SIZE)) return codec;
  return null;
}

export async function videoForms(): Promise<readonly VideoForm[]> {
  const forms = ['mp4', 'webm'] as const;
  const known = await Promise.all(forms.map(async (form) => ((await codecOf(form)) ? [form] : [])));
  return known.flat();
}

/** A video that is being written. Times in seconds of the film. */
export interface Video {
  /** Adds a picture of `VIDEO_SIZE`, which grows over the one before. Settles when more can come. */
  add(picture: ImageBitmap, from: number, until: number): Promise<void>;
  end(): Promise<ArrayBuffer>;
}

/** Begins a video of this form; rejects where the browser cannot. */
export async function newVideo(form: VideoForm): Promise<Video> {
  const codec = await codecOf(form);
  const canvas = new OffscreenCanvas(VIDEO_SIZE.width, VIDEO_SIZE.height);
  const ctx = canvas.getContext('2d');
  if (codec === null || !ctx) throw new Error(`this browser encodes no ${form}`);
  const target = new BufferTarget();
  const output = new Output({ format: form === 'mp4' ? new Mp4OutputFormat() : new WebMOutputFormat(), target });
  const source = new CanvasSource(canvas, { codec, quality: new Quality('high') });
  output.addVideoTrack(source);
  await output.start();
  return {
    async add(picture, from, until) {
      let at = from;
      for (let step = 1; step <= FADE_STEPS && from > 0; step++) {
        // So much of what is left of the old picture each time, that all steps are alike.
        ctx.globalAlpha = 1 / (FADE_STEPS + 1 - step);
        ctx.drawImage(picture, 0, 0);
        await source.add(at, FADE / FADE_STEPS);
        at += FADE / FADE_STEPS;
      }
      ctx.globalAlpha = 1;
      ctx.drawImage(picture, 0, 0);
      picture.close();
      for (; at < until - 0.001; at += AGAIN) await source.add(at, Math.min(AGAIN, until - at));
    },
    async end() {
      await output.finalize();
      if (!target.buffer) throw new Error('the video has no bytes');
      return target.buffer;
    },
  };
}

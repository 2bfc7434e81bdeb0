import { lengthOf } from '../../../shared/method/growth.ts';
import { askedThread } from '../asked-thread.ts';
import { isOpaqueAt, releaseCanvas } from '../canvas-limit.ts';
import { PictureFailed } from '../picture-failed.ts';
import { type Film, newSheet, paintShot, type Sheet } from './film.ts';
import { FILM_FORMS, type FilmForm, VIDEO_SIZE, type VideoForm } from './film-form.ts';
import type { GifAnswer, GifOrder } from './gif-worker.ts';
import type { VideoAnswer, VideoOrder } from './video-worker.ts';

/** px */
const GIF_SIZE = { width: 1_280, height: 720 } as const;

const gifThread = () =>
  askedThread<GifOrder, GifAnswer>(new Worker(new URL('./gif-worker.ts', import.meta.url), { type: 'module' }));
const videoThread = () =>
  askedThread<VideoOrder, VideoAnswer>(new Worker(new URL('./video-worker.ts', import.meta.url), { type: 'module' }));

/** In which forms this browser can make a film, the most widely played first: a GIF it can always. */
export async function filmForms(): Promise<readonly FilmForm[]> {
  const thread = videoThread();
  try {
    const { forms = [] } = await thread.ask({ kind: 'forms' });
    return [...forms, 'gif'];
  } catch {
    return ['gif'];
  } finally {
    thread.stop();
  }
}

export interface FilmOrder {
  readonly form: FilmForm;
  /** Told the part that is done, 0 to 1. */
  readonly onProgress: (part: number) => void;
  readonly signal: AbortSignal;
}

/** A film as a file. Throws `PictureFailed` where the browser draws or encodes nothing, and the signal's reason when stopped. */
export async function makeFilm(film: Film, order: FilmOrder): Promise<Blob> {
  const { form } = order;
  const made = form === 'gif' ? await makeGif(film, order) : await makeVideo(film, form, order);
  return new Blob([made], { type: FILM_FORMS[form].mediaType });
}

async function makeVideo(film: Film, form: VideoForm, { onProgress, signal }: FilmOrder): Promise<ArrayBuffer> {
  const sheet = sheetOf(VIDEO_SIZE);
  const thread = videoThread();
  const done = async (order: VideoOrder, given?: Transferable[]) => {
    const answer = await thread.ask(order, given);
    if (answer.failed) throw new PictureFailed(`this browser writes no ${form}`);
    return answer;
  };
  try {
    await done({ kind: 'begin', form });
    for (const [nth, { from, until }] of film.shots.entries()) {
      await paintShot(film, nth, sheet, signal);
      signal.throwIfAborted();
      if (nth === 0) proveDrawn(sheet);
      const picture = await createImageBitmap(sheet.canvas);
      await done({ kind: 'picture', picture, from, until }, [picture]);
      onProgress(until / lengthOf(film.shots));
    }
    signal.throwIfAborted();
    const { bytes } = await done({ kind: 'end' });
    if (!bytes) throw new PictureFailed('the video has no bytes');
    return bytes;
  } finally {
    thread.stop();
    releaseCanvas(sheet.canvas);
  }
}

async function makeGif(film: Film, { onProgress, signal }: FilmOrder): Promise<Uint8Array<ArrayBuffer>> {
  const { width, height } = GIF_SIZE;
  const sheet = sheetOf(GIF_SIZE, true);
  const thread = gifThread();
  const pixelsOf = async (nth: number) => {
    await paintShot(film, nth, sheet, signal);
    signal.throwIfAborted();
    return sheet.ctx.getImageData(0, 0, width, height).data.buffer;
  };
  try {
    // All colours there are lie on the last picture.
    const last = await pixelsOf(film.shots.length - 1);
    proveDrawn(sheet);
    await thread.ask({ kind: 'colours', pixels: last }, [last]);
    for (const [nth, { from, until }] of film.shots.entries()) {
      const pixels = await pixelsOf(nth);
      await thread.ask({ kind: 'picture', pixels, width, height, lasts: Math.round((until - from) * 1_000) }, [pixels]);
      onProgress((nth + 1) / (film.shots.length + 1));
    }
    const { bytes } = await thread.ask({ kind: 'end' });
    if (!bytes) throw new PictureFailed('the GIF has no bytes');
    return bytes;
  } finally {
    thread.stop();
    releaseCanvas(sheet.canvas);
  }
}

function sheetOf({ width, height }: { readonly width: number; readonly height: number }, read = false): Sheet {
  const sheet = newSheet(width, height, read);
  if (!sheet) throw new PictureFailed('this browser gives no canvas');
  return sheet;
}

/** Browsers that have no memory left for a canvas say nothing, and draw nothing. */
function proveDrawn({ canvas, ctx }: Sheet): void {
  if (!isOpaqueAt(ctx, canvas.width - 1, canvas.height - 1)) throw new PictureFailed('this browser drew nothing');
}

import type { VideoForm } from './film-form.ts';
import { newVideo, type Video, videoForms } from './video.ts';

/** What the page asks of the thread, one at a time. */
export type VideoOrder =
  | { readonly kind: 'forms' }
  | { readonly kind: 'begin'; readonly form: VideoForm }
  | { readonly kind: 'picture'; readonly picture: ImageBitmap; readonly from: number; readonly until: number }
  | { readonly kind: 'end' };

export interface VideoAnswer {
  /** What was asked for could not be done. */
  readonly failed?: true;
  readonly forms?: readonly VideoForm[];
  /** The whole video, when it was asked for. */
  readonly bytes?: ArrayBuffer;
}

let video: Video | null = null;

// A thread of its own: an encoder takes all a page has, and pictures of two million pixels are much to hand over.
addEventListener('message', async ({ data }: MessageEvent<VideoOrder>) => {
  const answer = await carryOut(data).catch((): VideoAnswer => ({ failed: true }));
  postMessage(answer);
});

async function carryOut(order: VideoOrder): Promise<VideoAnswer> {
  switch (order.kind) {
    case 'forms':
      return { forms: await videoForms() };
    case 'begin':
      video = await newVideo(order.form);
      return {};
    case 'picture':
      await video?.add(order.picture, order.from, order.until);
      return {};
    case 'end':
      return video ? { bytes: await video.end() } : { failed: true };
  }
}

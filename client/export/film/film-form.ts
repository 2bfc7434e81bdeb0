export type VideoForm = 'mp4' | 'webm';
export type FilmForm = VideoForm | 'gif';

/** Of a video, px. */
export const VIDEO_SIZE = { width: 1_920, height: 1_080 } as const;

export const FILM_FORMS: Readonly<Record<FilmForm, { readonly mediaType: string; readonly extension: string }>> = {
  mp4: { mediaType: 'video/mp4', extension: '.mp4' },
  webm: { mediaType: 'video/webm', extension: '.webm' },
  gif: { mediaType: 'image/gif', extension: '.gif' },
};

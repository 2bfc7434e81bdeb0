import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { sheetOf } from '../../../shared/model/sheets.ts';
import type { Photo } from '../../../shared/model/snapshot.ts';
import { ApiError } from '../../document/api.ts';
import { useCloth } from '../cloth-context.tsx';
import { fetchPhoto, type PhotoAt } from './photo-api.ts';

/** A photo's picture: there, not yet there, or there no more. */
export type Picture = ImageBitmap | 'coming' | 'away' | 'gone';

/** Where the photo under this cloth is kept. */
export function usePhotoAt(): PhotoAt {
  const { session, linkKey } = useCloth();
  const sheet = useStore(session.snapshot, ({ meta }) => sheetOf(meta));
  return { id: session.id, sheet, key: linkKey };
}

/** The picture of a photo. What did not come for want of a network is asked for again when there is one. */
export function usePicture(photo: Photo | undefined): Picture {
  const { session } = useCloth();
  const { id, sheet, key } = usePhotoAt();
  const connected = useStore(session.live, (live) => live !== null);
  const [picture, setPicture] = useState<Picture>('coming');
  const hash = photo?.hash;
  const isThere = picture instanceof ImageBitmap;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a connection that comes or goes is a reason to ask again.
  useEffect(() => {
    if (hash === undefined || isThere) return;
    const asking = new AbortController();
    fetchPhoto({ id, sheet, key }, hash, asking.signal)
      .then((blob) => createImageBitmap(blob))
      .then(
        (bitmap) => (asking.signal.aborted ? bitmap.close() : setPicture(bitmap)),
        (error: unknown) => {
          if (asking.signal.aborted) return;
          const gone = !(error instanceof ApiError) || (error.status >= 400 && error.status < 429);
          setPicture(gone ? 'gone' : 'away');
        },
      );
    return () => asking.abort();
  }, [id, sheet, key, hash, isThere, connected]);
  useEffect(() => () => (isThere ? picture.close() : undefined), [isThere, picture]);
  return picture;
}

import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { PhotoPlace } from '../../../shared/commands/photo.ts';
import type { Photo } from '../../../shared/model/snapshot.ts';
import { useCloth } from '../cloth-context.tsx';
import { usePage, usePageState } from '../page.ts';
import { PhotoBar } from './PhotoBar.tsx';
import { PlacePhoto } from './PlacePhoto.tsx';
import { paintPhoto } from './paint-photo.ts';
import { usePicture } from './use-photo.ts';

/** The photo under the cloth: painted beneath all that lies there, and while who leads places it, in their hands above it. */
export default function PhotoUnder() {
  const { session } = useCloth();
  const page = usePage();
  const photo = useStore(session.snapshot, (cloth) => cloth.photo);
  useEffect(() => {
    // Taken away, here or elsewhere, there is nothing to place.
    if (!photo) page.setState({ placing: false });
  }, [photo, page]);
  return photo && <Lying key={photo.id} photo={photo} />;
}

function Lying({ photo }: { readonly photo: Photo }) {
  const { session, canvas } = useCloth();
  const placing = usePageState((state) => state.placing) && session.role === 'facilitator';
  const picture = usePicture(photo);
  const bitmap = picture instanceof ImageBitmap ? picture : null;
  /** Where it is brought by a hand that has not let go of it yet. */
  const [held, setHeld] = useState<PhotoPlace | null>(null);
  const inHand = placing && !photo.locked;
  useEffect(() => {
    if (!canvas || !bitmap || inHand) return;
    canvas.lay((ctx, sheet) => paintPhoto(ctx, sheet, photo, bitmap));
    return () => canvas.lay(null);
  }, [canvas, bitmap, photo, inHand]);
  if (!placing) return null;
  const ready = inHand && bitmap && canvas ? { bitmap, canvas } : null;
  return (
    <>
      {ready && <PlacePhoto photo={photo} {...ready} held={held} onHold={setHeld} />}
      <PhotoBar photo={photo} picture={picture} />
    </>
  );
}

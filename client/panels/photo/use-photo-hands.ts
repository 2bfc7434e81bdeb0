import type { KeyboardEvent } from 'react';
import { type PhotoPlace, placePhoto } from '../../../shared/commands/photo.ts';
import type { Photo } from '../../../shared/model/snapshot.ts';
import type { Intent } from '../../document/cloth-session.ts';
import { useCloth } from '../cloth-context.tsx';
import { usePage } from '../page.ts';
import { byKey } from './photo-place.ts';

/** What is done to a photo while it is placed, by its bar and by who has it in hand. */
export interface PhotoHands {
  /** Carries something out; what is done in a row under one `key` is one step to take back. */
  readonly perform: (intent: Intent, key: string) => void;
  /** Brings it from where it lies at that moment. */
  readonly lay: (to: (now: Photo) => PhotoPlace, key: string) => void;
  readonly done: () => void;
  readonly press: (event: KeyboardEvent) => void;
}

export function usePhotoHands(photo: Photo): PhotoHands {
  const { session } = useCloth();
  const page = usePage();
  const perform = (intent: Intent, key: string) => void session.perform(intent, `photo ${photo.id} ${key}`);
  // Keys come faster than the screen: a second one builds on the first.
  const now = () => session.snapshot.getState().photo ?? photo;
  const lay = (to: (now: Photo) => PhotoPlace, key: string) => {
    const place = to(now());
    perform((cloth) => placePhoto(cloth, photo.id, place), key);
  };
  const done = () => {
    session.seal();
    page.setState({ placing: false });
  };
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    // A slider has its own use for arrows; they are not the cloth's either.
    const inSlider = event.target instanceof HTMLInputElement && event.key.startsWith('Arrow');
    const place = photo.locked || inSlider ? null : byKey(now(), event.key, event.shiftKey);
    if (event.key === 'Escape') done();
    else if (place) lay(() => place, 'keys');
    else if (!inSlider) return;
    event.stopPropagation();
    if (!inSlider) event.preventDefault();
  };
  return { perform, lay, done, press };
}

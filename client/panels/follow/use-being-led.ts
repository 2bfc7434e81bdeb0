import { useEffect } from 'react';
import { useStore } from 'zustand';
import { turnedSize } from '../../../shared/layout/turn.ts';
import type { Sight } from '../../canvas/camera/camera-view.ts';
import type { Person } from '../../document/cloth-session.ts';
import { useWide } from '../../look/use-wide.ts';
import { useCloth } from '../cloth-context.tsx';
import { usePage } from '../page.ts';
import { leadingKey } from './leading.ts';
import { useLeading } from './use-leading.ts';

/** Takes the view along with whoever is followed, until this person looks elsewhere: which they may, unless held. */
export function useBeingLed(): void {
  const page = usePage();
  const { session, view, canvas } = useCloth();
  const turning = useStore(view, (state) => state.asWritten);
  const { leading, away, locked } = useLeading();
  const key = leadingKey(leading);
  const of = leading?.by === 'view' && !away ? leading.of : null;
  const held = locked && leading !== null;
  const guides = leading?.by === 'walk' && session.role === 'facilitator';
  const wide = useWide();
  const led = key !== null && !away && !guides;

  useEffect(() => {
    // Whoever comes along the next time begins by coming along.
    if (key === null) page.setState({ away: null });
  }, [key, page.setState]);

  useEffect(() => {
    // On a phone the palette of what is selected lies over what all are shown.
    if (led && !wide && view.getState().editing === null) view.setState({ selection: new Set() });
  }, [led, wide, view]);

  useEffect(() => {
    if (!canvas || of === null) return;
    let shown: Person['view'] = null;
    const come = () => {
      const person = session.people.getState().find(({ id }) => id === of);
      if (!person?.view || String(person.view) === String(shown)) return;
      shown = person.view;
      canvas.camera.face(sightFrom(person.view, turning));
    };
    come();
    return session.people.subscribe(come);
  }, [canvas, session, of, turning]);

  useEffect(() => {
    if (!canvas || !held) return;
    canvas.camera.hold(true);
    return () => canvas.camera.hold(false);
  }, [canvas, held]);

  useEffect(() => {
    if (!canvas || key === null || away || held || guides) return;
    return canvas.camera.onTaken(() => page.setState({ away: key }));
  }, [canvas, key, away, held, guides, page.setState]);
}

/** What another looks at, for a page whose words are turned as theirs are, or stand upright. */
function sightFrom([x, y, width, height, turn]: NonNullable<Person['view']>, turning: boolean): Sight {
  if (turning) return { at: [x, y], w: width, h: height, turn };
  return { at: [x, y], ...turnedSize({ w: width, h: height }, -turn), turn: 0 };
}

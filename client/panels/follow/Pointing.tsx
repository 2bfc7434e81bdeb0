import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useText } from '../../i18n/use-text.ts';
import { useCloth } from '../cloth-context.tsx';
import styles from './Pointing.module.css';
import { pointStore, setPointing } from './point-store.ts';

/** While who leads is about to point something out: the next press on the cloth is the place everyone is to look at. */
export default function Pointing() {
  const { follow: text } = useText();
  const { session, canvas } = useCloth();
  const pointing = useStore(pointStore, (state) => state.pointing);
  useEffect(() => {
    if (!pointing) return;
    const keydown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      setPointing(false);
    };
    window.addEventListener('keydown', keydown, { capture: true });
    return () => window.removeEventListener('keydown', keydown, { capture: true });
  }, [pointing]);
  useEffect(() => () => setPointing(false), []);
  if (!pointing || !canvas) return null;
  const point = (x: number, y: number) => {
    const box = canvas.element.getBoundingClientRect();
    const [px, py] = canvas.camera.toCloth([x - box.left, y - box.top]);
    const n = (session.live.getState()?.ping?.n ?? 0) + 1;
    session.setSession({ ping: { at: [Math.round(px), Math.round(py)], n } });
    setPointing(false);
  };
  return (
    <button
      type="button"
      className={styles.net}
      aria-label={text.pointHint}
      // A press by key has no place of its own: the middle of what is in sight.
      onClick={({ clientX, clientY, detail }) =>
        detail === 0 ? point(window.innerWidth / 2, window.innerHeight / 2) : point(clientX, clientY)
      }
    />
  );
}

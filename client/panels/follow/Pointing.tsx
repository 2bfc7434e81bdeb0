import { useEffect } from 'react';
import { useText } from '../../i18n/use-text.ts';
import { useCloth } from '../cloth-context.tsx';
import { usePage, usePageState } from '../page.ts';
import styles from './Pointing.module.css';

/** While who leads is about to point something out: the next press on the cloth is the place everyone is to look at. */
export default function Pointing() {
  const page = usePage();
  const { follow: text } = useText();
  const { session, canvas } = useCloth();
  const pointing = usePageState(({ pointing }) => pointing);
  useEffect(() => {
    if (!pointing) return;
    const keydown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      page.setState({ pointing: false });
    };
    window.addEventListener('keydown', keydown, { capture: true });
    return () => window.removeEventListener('keydown', keydown, { capture: true });
  }, [pointing, page.setState]);
  useEffect(() => () => page.setState({ pointing: false }), [page.setState]);
  if (!pointing || !canvas) return null;
  const point = (x: number, y: number) => {
    const box = canvas.element.getBoundingClientRect();
    const [px, py] = canvas.camera.toCloth([x - box.left, y - box.top]);
    const n = (session.live.getState()?.ping?.n ?? 0) + 1;
    session.setSession({ ping: { at: [Math.round(px), Math.round(py)], n } });
    page.setState({ pointing: false });
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

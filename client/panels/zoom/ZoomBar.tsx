import { Maximize, Minus, Plus } from 'lucide-react';
import { useStore } from 'zustand';
import { useText } from '../../i18n/use-text.ts';
import { ActionButton } from '../ActionButton.tsx';
import bar from '../bar.module.css';
import { useCloth } from '../cloth-context.tsx';
import styles from './ZoomBar.module.css';

/** Closer, further away, and the whole cloth. */
export function ZoomBar() {
  const text = useText();
  const { view } = useCloth();
  const zoom = useStore(view, (state) => state.zoom);
  return (
    <div className={`${bar.bar} ${styles.zoom}`} data-zoom="">
      <ActionButton id="zoom-out" icon={Minus} />
      <output className={styles.percent}>{text.tools.zoom(Math.round(zoom * 100))}</output>
      <ActionButton id="zoom-in" icon={Plus} />
      <ActionButton id="fit" icon={Maximize} />
    </div>
  );
}

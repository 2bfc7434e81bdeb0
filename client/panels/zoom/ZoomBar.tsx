import { Frame, Maximize, Minus, Plus, RotateCw } from 'lucide-react';
import { useRef } from 'react';
import { useStore } from 'zustand';
import { useFirstText } from '../../i18n/use-text.ts';
import { IconButton } from '../../look/Button.tsx';
import { ActionButton } from '../ActionButton.tsx';
import bar from '../bar.module.css';
import { useCloth } from '../cloth-context.tsx';
import { useBars } from '../inset.ts';
import { toggleAsWritten } from '../walk/as-written.ts';
import styles from './ZoomBar.module.css';

/** Closer, further away, the whole cloth, and nothing but the cloth; and the way back from words that face their own edge, for as long as they do. */
export function ZoomBar() {
  const text = useFirstText();
  const { session, view, device } = useCloth();
  const zoom = useStore(view, (state) => state.zoom);
  const element = useRef<HTMLDivElement>(null);
  useBars('bottom', element);
  const asWritten = useStore(view, (state) => state.asWritten);
  return (
    <div ref={element} className={`${bar.bar} ${styles.zoom}`} data-zoom="">
      <ActionButton id="zoom-out" icon={Minus} />
      <output className={styles.percent}>{text.tools.zoom(Math.round(zoom * 100))}</output>
      <ActionButton id="zoom-in" icon={Plus} />
      <ActionButton id="fit" icon={Maximize} />
      {asWritten && (
        <IconButton
          icon={RotateCw}
          label={text.walk.asWritten}
          aria-pressed
          onClick={() => toggleAsWritten(view, device, session.id)}
        />
      )}
      {/* The last, so that it stays in its corner when all the others go. */}
      <span className={styles.only}>
        <ActionButton id="only-cloth" icon={Frame} />
      </span>
    </div>
  );
}

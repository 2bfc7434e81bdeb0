import { useEffect, useRef } from 'react';
import type { LaidPage } from '../../../shared/scene/page-choice.ts';
import { previewPage } from '../../export/preview-page.ts';
import { useText } from '../../i18n/use-text.ts';
import styles from './TakeHomeDialog.module.css';

/** The page as it will come, drawn anew with every choice. */
export function PagePreview({ laid }: { readonly laid: LaidPage }) {
  const { takeHome } = useText();
  const frame = useRef<HTMLElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (!frame.current || !canvas.current) return;
    const stop = new AbortController();
    const { clientWidth: width, clientHeight: height } = frame.current;
    // A preview that cannot be drawn is missed by nobody who takes the picture itself.
    previewPage(canvas.current, laid, { width, height }, stop.signal).catch(() => undefined);
    return () => stop.abort();
  }, [laid]);
  return (
    <figure ref={frame} className={styles.preview}>
      <canvas ref={canvas} role="img" aria-label={takeHome.preview} width="1" height="1" />
    </figure>
  );
}

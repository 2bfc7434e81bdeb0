import { useCallback } from 'react';
import type { CanvasHandle } from '../../canvas/canvas-handle.ts';
import { useText } from '../../i18n/use-text.ts';
import { Near } from '../near/Near.tsx';
import styles from './Ask.module.css';

interface SaidOfProps {
  readonly id: string;
  readonly said: string;
  readonly asked: boolean;
}

/** The balloon by a thing: what was said to clarify it, and whether somebody asked. */
export default function SaidOf({ id, said, asked }: SaidOfProps) {
  const { ask: text } = useText();
  const target = useCallback((canvas: CanvasHandle) => canvas.screenOf(id), [id]);
  return (
    <Near target={target}>
      <div className={styles.balloon} role="note">
        <span translate="no">{said}</span>
        {asked && <em>{text.asked}</em>}
      </div>
    </Near>
  );
}

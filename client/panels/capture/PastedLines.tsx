import { useEffect, useRef } from 'react';
import type { Pasted } from '../../../shared/formats/pasted-words.ts';
import { useFirstText } from '../../i18n/use-text.ts';
import { Button } from '../../look/Button.tsx';
import styles from './CaptureBar.module.css';

interface PastedLinesProps {
  readonly pasted: Extract<Pasted, { kind: 'lines' }>;
  readonly onAnswer: (texts: readonly string[]) => void;
  /** Neither: the text goes into the field, to be changed first. */
  readonly onKeep: () => void;
}

/** Asks what several pasted lines are: as many ingredients, or one. */
export function PastedLines({ pasted, onAnswer, onKeep }: PastedLinesProps) {
  const { capture } = useFirstText();
  const box = useRef<HTMLDivElement>(null);
  const { lines, text } = pasted;

  useEffect(() => box.current?.querySelector('button')?.focus(), []);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape leaves the question from any of its buttons.
    <div
      ref={box}
      className={styles.question}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onKeep();
      }}
    >
      <p>{capture.lines(lines.length)}</p>
      <div className={styles.answers}>
        <Button kind="primary" onClick={() => onAnswer(lines)}>
          {capture.oneEach(lines.length)}
        </Button>
        <Button onClick={() => onAnswer([text])}>{capture.asOne}</Button>
        <Button kind="quiet" onClick={onKeep}>
          {capture.keepWriting}
        </Button>
      </div>
    </div>
  );
}

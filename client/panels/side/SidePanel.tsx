import { X } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { IconButton } from '../../look/Button.tsx';
import { useCloth } from '../cloth-context.tsx';
import { useFocusAndBack } from '../use-focus-and-back.ts';
import styles from './SidePanel.module.css';

interface SidePanelProps {
  readonly title: string;
  /** What the close button says. */
  readonly closeLabel: string;
  readonly onClose: () => void;
  /** What in it the keyboard goes to when it opens, as a selector; the panel itself where that is not there. */
  readonly first?: string;
  readonly children: ReactNode;
}

/** A sheet of paper at the side of the cloth: a title, a way to close it, and what it is about. Takes the keyboard, and gives it back. */
export function SidePanel({ title, closeLabel, onClose, first, children }: SidePanelProps) {
  const panel = useRef<HTMLElement>(null);
  const { view } = useCloth();
  useFocusAndBack(panel, first);
  return (
    <aside
      ref={panel}
      className={styles.panel}
      aria-label={title}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        // Whoever draws a tie lets go of that first: the key goes on to the cloth.
        const { tool, tieFrom, question } = view.getState();
        if (tieFrom !== null || tool !== 'select' || question) return;
        event.preventDefault();
        onClose();
      }}
    >
      <header className={styles.head}>
        <h2>{title}</h2>
        <IconButton icon={X} label={closeLabel} onClick={onClose} />
      </header>
      {children}
    </aside>
  );
}

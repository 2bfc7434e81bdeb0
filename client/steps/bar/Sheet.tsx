import type { ReactNode, RefObject } from 'react';
import { Popover } from '../../look/Popover.tsx';
import styles from './Sheet.module.css';

interface SheetProps {
  /** What it hangs under; a press there is its own to handle. */
  readonly anchor: RefObject<HTMLElement | null>;
  /** What a screen reader calls it. */
  readonly label: string;
  readonly narrow?: boolean;
  /** True when it closes for something else that takes the keyboard; else that goes back to what it hangs under. */
  readonly givesWay?: RefObject<boolean>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A sheet of paper that hangs under the step bar. The cloth beside it stays usable: it is no question to be answered. */
export function Sheet({ anchor, label, narrow = false, givesWay, onClose, children }: SheetProps) {
  return (
    <Popover
      anchor={anchor}
      label={label}
      className={`${styles.sheet} ${narrow ? styles.narrow : ''}`}
      focusAfter={() => (givesWay?.current ? null : anchor.current)}
      onClose={onClose}
    >
      {children}
    </Popover>
  );
}

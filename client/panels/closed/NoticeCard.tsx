import { type ReactNode, useEffect, useRef } from 'react';
import styles from './NoticeCard.module.css';

interface NoticeCardProps {
  readonly title: string;
  readonly text: string;
  /** The buttons for what can be done now. */
  readonly children: ReactNode;
}

/** What stands between a person and the cloth, told over the cloth itself. */
export function NoticeCard({ title, text, children }: NoticeCardProps) {
  const veil = useRef<HTMLDivElement>(null);
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    // All else on the page waits, for the keyboard too.
    const others = [...(veil.current?.parentElement?.children ?? [])].filter(
      (other): other is HTMLElement => other instanceof HTMLElement && other !== veil.current && !other.inert,
    );
    for (const other of others) other.inert = true;
    card.current?.focus();
    return () => {
      for (const other of others) other.inert = false;
    };
  }, []);
  return (
    <div ref={veil} className={styles.veil}>
      <section
        ref={card}
        tabIndex={-1}
        aria-modal="true"
        className={styles.card}
        role="alertdialog"
        aria-labelledby="notice-title"
        aria-describedby="notice-text"
      >
        <h2 id="notice-title">{title}</h2>
        <p id="notice-text">{text}</p>
        <div className={styles.actions}>{children}</div>
      </section>
    </div>
  );
}

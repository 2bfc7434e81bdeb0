import type { ReactNode } from 'react';
import styles from './NoticeCard.module.css';

interface NoticeCardProps {
  readonly title: string;
  readonly text: string;
  /** The buttons for what can be done now. */
  readonly children: ReactNode;
}

/** What stands between a person and the cloth, told over the cloth itself. */
export function NoticeCard({ title, text, children }: NoticeCardProps) {
  return (
    <div className={styles.veil}>
      <section className={styles.card} role="alertdialog" aria-labelledby="notice-title" aria-describedby="notice-text">
        <h2 id="notice-title">{title}</h2>
        <p id="notice-text">{text}</p>
        <div className={styles.actions}>{children}</div>
      </section>
    </div>
  );
}

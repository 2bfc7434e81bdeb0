import type { ReactNode } from 'react';
import surface from '../../look/surface.module.css';
import styles from './Notice.module.css';

interface NoticeProps {
  readonly title: string;
  readonly text: string;
  readonly detail?: { readonly label: string; readonly text: string };
  /** What one can do now, as buttons. */
  readonly children?: ReactNode;
}

/** A card on the empty table that says what is the matter and what to do next. */
export function Notice({ title, text, detail, children }: NoticeProps) {
  return (
    <main className={`${surface.table} ${styles.page}`}>
      <div className={`${surface.card} ${styles.card}`} role="alert">
        <h1 className={styles.title}>{title}</h1>
        <p className={styles.text}>{text}</p>
        {detail && (
          <details className={styles.detail}>
            <summary>{detail.label}</summary>
            <pre>{detail.text}</pre>
          </details>
        )}
        <div className={styles.actions}>{children}</div>
      </div>
    </main>
  );
}

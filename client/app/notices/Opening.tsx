import { useFirstText } from '../../i18n/use-text.ts';
import surface from '../../look/surface.module.css';
import styles from './Notice.module.css';

/** The bare table while a cloth is fetched. Says so only when it takes more than a moment. */
export function Opening() {
  const text = useFirstText();
  return (
    <main className={`${surface.table} ${styles.page}`} aria-busy="true">
      <p className={styles.opening} role="status">
        {text.app.loading}
      </p>
    </main>
  );
}

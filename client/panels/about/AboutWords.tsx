import { ATTRIBUTION } from '../../../shared/scene/page-legend.ts';
import { useText } from '../../i18n/use-text.ts';
import styles from './AboutWords.module.css';

/** What this is, whose method it is, whose words they are, and what it is made with. */
export function AboutWords() {
  const { about } = useText();
  return (
    <div className={styles.about}>
      <p>{about.what}</p>
      <h2>{about.methodTitle}</h2>
      <p className={styles.attribution} lang="nl">
        {ATTRIBUTION}
      </p>
      <p>{about.method}</p>
      <h2>{about.privacyTitle}</h2>
      <p>{about.privacy}</p>
      <h2>{about.licencesTitle}</h2>
      <p>
        <span>{about.licences}</span>{' '}
        <a href="/licenses.md" target="_blank" rel="noreferrer">
          {about.licencesLink}
        </a>
      </p>
    </div>
  );
}

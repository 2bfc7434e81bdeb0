import { ATTRIBUTION } from '../../../shared/scene/page.ts';
import { useText } from '../../i18n/use-text.ts';
import { DialogFrame } from '../dialogs/DialogFrame.tsx';
import styles from './AboutDialog.module.css';

/** What this is, whose method it is, whose words they are, and what it is made with. */
export default function AboutDialog() {
  const { about } = useText();
  return (
    <DialogFrame title={about.title}>
      <div className={styles.about}>
        <p>{about.what}</p>
        <h3>{about.methodTitle}</h3>
        <p className={styles.attribution} lang="nl">
          {ATTRIBUTION}
        </p>
        <p>{about.method}</p>
        <h3>{about.privacyTitle}</h3>
        <p>{about.privacy}</p>
        <h3>{about.licencesTitle}</h3>
        <p>
          {about.licences}{' '}
          <a href="/licenses.md" target="_blank" rel="noreferrer">
            {about.licencesLink}
          </a>
        </p>
      </div>
    </DialogFrame>
  );
}

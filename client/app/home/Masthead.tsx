import { LANGUAGES } from '../../../shared/text/language.ts';
import { setLanguage } from '../../i18n/language.ts';
import { useLanguage, useText } from '../../i18n/use-text.ts';
import { Link } from '../router.tsx';
import styles from './Masthead.module.css';

/** The name above the pages round the cloth, and the choice of language. */
export function Masthead() {
  const { app } = useText();
  const language = useLanguage();
  return (
    <header className={styles.masthead}>
      <Link href="/" className={styles.name}>
        {app.name}
      </Link>
      <fieldset className={styles.languages}>
        <legend className="visually-hidden">{app.language}</legend>
        {LANGUAGES.map((each) => (
          <button
            key={each}
            type="button"
            lang={each}
            aria-pressed={each === language}
            // Begins with what stands there: who speaks to the device says what they read.
            aria-label={`${each.toUpperCase()}, ${app.languages[each]}`}
            onClick={() => void setLanguage(each)}
          >
            {each.toUpperCase()}
          </button>
        ))}
      </fieldset>
    </header>
  );
}

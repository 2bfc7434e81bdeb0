import { useText } from '../../i18n/use-text.ts';
import surface from '../../look/surface.module.css';
import { usePageTitle } from '../page-title.ts';
import { Link } from '../router.tsx';
import styles from './HomePage.module.css';
import { KnownCloths } from './KnownCloths.tsx';
import { Masthead } from './Masthead.tsx';
import { NewCloth } from './NewCloth.tsx';
import { OnThisDevice } from './OnThisDevice.tsx';
import { OtherWays } from './OtherWays.tsx';

/** The start: a table with one empty tablecloth on it, the other ways in, and the cloths this device knows. */
export default function HomePage() {
  const text = useText();
  usePageTitle(text.app.name);
  return (
    <div className={`${surface.table} ${styles.page}`}>
      <Masthead />
      <main className={styles.main}>
        <h1 className={styles.tagline}>{text.app.tagline}</h1>
        <KnownCloths />
        <NewCloth />
        <OtherWays />
      </main>
      <footer className={styles.footer}>
        <Link href="/about">{text.about.title}</Link>
        <OnThisDevice />
      </footer>
    </div>
  );
}

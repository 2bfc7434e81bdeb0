import { useText } from '../../i18n/use-text.ts';
import surface from '../../look/surface.module.css';
import { AboutWords } from '../../panels/about/AboutWords.tsx';
import { Masthead } from '../home/Masthead.tsx';
import { usePageTitle } from '../page-title.ts';
import { Link } from '../router.tsx';
import styles from './AboutPage.module.css';

/** About the product, at an address of its own. */
export default function AboutPage() {
  const { about, app, join } = useText();
  usePageTitle(`${about.title} · ${app.name}`);
  return (
    <div className={surface.table}>
      <Masthead />
      <main className={styles.main}>
        <article className={`${surface.card} ${styles.card}`}>
          <h1>{about.title}</h1>
          <AboutWords />
          <Link href="/" className={styles.back}>
            {join.back}
          </Link>
        </article>
      </main>
    </div>
  );
}

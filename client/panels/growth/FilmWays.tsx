import { Film as FilmIcon } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { downloadName } from '../../../shared/formats/file-name.ts';
import { lengthOf } from '../../../shared/method/growth.ts';
import type { Film } from '../../export/film/film.ts';
import { FILM_FORMS, type FilmForm } from '../../export/film/film-form.ts';
import { useText } from '../../i18n/use-text.ts';
import { later } from '../part.ts';
import { FormButton, Forms, type News, NewsLine, Progress } from '../take-home/Making.tsx';
import { saveFile } from '../take-home/save-file.ts';
import styles from './GrowthDialog.module.css';

const making = later(() => import('../../export/film/make-film.ts'));

/** A longer film is no file to send round, seconds. */
const LONGEST = 600;

/** The film as a file, in the forms that this browser can make; with how far it is, and a way to stop. */
export function FilmWays({ film, title }: { readonly film: Film | null; readonly title: string }) {
  const { growth: text, takeHome } = useText();
  const [forms, setForms] = useState<readonly FilmForm[]>([]);
  const [part, setPart] = useState<number | null>(null);
  const [news, setNews] = useState<News | null>(null);
  const stop = useRef(new AbortController());
  useEffect(() => () => stop.current.abort(), []);
  useEffect(() => {
    let here = true;
    making()
      .then(({ filmForms }) => filmForms())
      .then(
        (known) => here && setForms(known),
        () => here && setNews({ text: text.failed, problem: true }),
      );
    return () => {
      here = false;
    };
  }, [text]);

  const save = async (of: Film, form: FilmForm) => {
    stop.current = new AbortController();
    const { signal } = stop.current;
    setNews(null);
    setPart(0);
    try {
      const { makeFilm } = await making();
      const blob = await makeFilm(of, { form, onProgress: setPart, signal });
      const name = downloadName(title, text.kind, FILM_FORMS[form].extension);
      saveFile(blob, name);
      setNews({ text: takeHome.saved(name), problem: false });
    } catch {
      const other = form === 'gif' ? text.failed : text.failedVideo;
      setNews(signal.aborted ? { text: text.stopped, problem: false } : { text: other, problem: true });
    }
    setPart(null);
  };

  const long = film !== null && lengthOf(film.shots) > LONGEST;
  return (
    <section className={styles.ways}>
      <h3>{text.asFile}</h3>
      {part !== null ? (
        <Progress label={text.making} part={part} onStop={() => stop.current.abort()} />
      ) : (
        <Forms>
          {forms.map((form) => (
            <FormButton
              key={form}
              icon={FilmIcon}
              {...text.forms[form]}
              disabled={!film || long}
              onPress={() => film && void save(film, form)}
            />
          ))}
        </Forms>
      )}
      {long && <p className={styles.note}>{text.tooLong}</p>}
      {forms.length === 1 && <p className={styles.note}>{text.onlyGif}</p>}
      <NewsLine news={news} />
    </section>
  );
}

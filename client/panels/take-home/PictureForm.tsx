import { ImageDown } from 'lucide-react';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { downloadName } from '../../../shared/formats/file-name.ts';
import { buildScene } from '../../../shared/scene/build-scene.ts';
import { fontMeasure } from '../../../shared/text/text-measure.ts';
import { useText } from '../../i18n/use-text.ts';
import { Button } from '../../look/Button.tsx';
import { useCloth } from '../cloth-context.tsx';
import { saveFile } from './save-file.ts';
import styles from './TakeHomeDialog.module.css';
import { takePicture } from './take-picture.ts';

const SIZES = { a3: 'a3', s1: 1, s2: 2, s4: 4 } as const;
type Size = keyof typeof SIZES;
/** A picture that is there within this time needs no progress bar, ms. */
const SHORT_MS = 500;

/** The whole cloth as a PNG in a size of one's choice, with how far it is when it takes a while. */
export function PictureForm() {
  const { takeHome, dialog } = useText();
  const { session } = useCloth();
  const [size, setSize] = useState<Size>('a3');
  const [part, setPart] = useState<number | null>(null);
  const [slow, setSlow] = useState(false);
  const [news, setNews] = useState<{ readonly text: string; readonly problem: boolean } | null>(null);
  const stop = useRef(new AbortController());
  useEffect(() => () => stop.current.abort(), []);

  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (part !== null) return;
    stop.current = new AbortController();
    const { signal } = stop.current;
    const cloth = session.snapshot.getState();
    setNews(null);
    setPart(0);
    const timer = setTimeout(() => setSlow(true), SHORT_MS);
    try {
      const picture = await takePicture(buildScene(cloth, fontMeasure), cloth, {
        size: SIZES[size],
        onProgress: setPart,
        signal,
      });
      const name = downloadName(cloth.initiative || cloth.meta.title, takeHome.kinds.picture, '.png');
      saveFile(picture.blob, name);
      const smaller = picture.reduced ? ` ${takeHome.reduced(picture.width, picture.height)}` : '';
      setNews({ text: takeHome.saved(name) + smaller, problem: false });
    } catch {
      if (!signal.aborted) setNews({ text: takeHome.failed, problem: true });
    } finally {
      clearTimeout(timer);
      setSlow(false);
      setPart(null);
    }
  };

  return (
    <form className={styles.way} onSubmit={save}>
      <h3 id="picture">{takeHome.picture}</h3>
      <p>{takeHome.pictureHint}</p>
      <div className={styles.sizes} role="radiogroup" aria-labelledby="picture">
        {(Object.keys(SIZES) as Size[]).map((each) => (
          <label key={each} className={styles.size} data-chosen={size === each}>
            <input type="radio" name="size" checked={size === each} onChange={() => setSize(each)} />
            <span>
              <strong>{takeHome.sizes[each].name}</strong>
              <small>{takeHome.sizes[each].hint}</small>
            </span>
          </label>
        ))}
      </div>
      {part !== null && slow ? (
        <div className={styles.progress}>
          <label htmlFor="progress">{takeHome.saving}</label>
          <progress id="progress" max={1} value={part} />
          <Button onClick={() => stop.current.abort()}>{dialog.cancel}</Button>
        </div>
      ) : (
        <Button kind="primary" type="submit" icon={ImageDown} disabled={part !== null}>
          {takeHome.save}
        </Button>
      )}
      <p className={news?.problem ? styles.problem : styles.news} role="status">
        {news?.text}
      </p>
    </form>
  );
}

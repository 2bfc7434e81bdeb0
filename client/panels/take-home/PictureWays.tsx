import { Copy, ImageDown, Printer, Share2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { downloadName } from '../../../shared/formats/file-name.ts';
import { type LaidPage, type PictureSize, pictureSize } from '../../../shared/scene/page-choice.ts';
import { exportPng, type PngPicture } from '../../export/export-png.ts';
import { useText } from '../../i18n/use-text.ts';
import { Button } from '../../look/Button.tsx';
import { PRINTED_ASPECTS, printPage } from '../print/print-cloth.ts';
import { type News, NewsLine, Progress } from './Making.tsx';
import { saveFile } from './save-file.ts';
import styles from './TakeHomeDialog.module.css';
import type { PageToTake } from './use-page-choice.ts';

/** A picture that is there within this time needs no progress bar, ms. */
const SHORT_MS = 500;
/** A picture to paste or to send is at most this long, px: mail and messages take no more. */
const SENT_SIDE = 2_400;

/** The page as a picture: saved, copied, shared or printed; with how far it is when it takes a while, and a way to stop. */
export function PictureWays({ page }: { readonly page: PageToTake }) {
  const { takeHome } = useText();
  const [part, setPart] = useState<number | null>(null);
  const [slow, setSlow] = useState(false);
  const [news, setNews] = useState<News | null>(null);
  /** What is ready to be shared, and the page it is of: browsers share only what is there when one presses. */
  const [ready, setReady] = useState<{ readonly of: LaidPage; readonly file: File } | null>(null);
  const stop = useRef(new AbortController());
  useEffect(() => () => stop.current.abort(), []);
  const { title, choice, laid } = page;
  const name = downloadName(title, takeHome.kinds.picture, '.png');
  const shared = ready?.of === laid ? ready.file : null;

  const make = async (size: PictureSize): Promise<PngPicture> => {
    stop.current = new AbortController();
    const { signal } = stop.current;
    setNews(null);
    setPart(0);
    const timer = setTimeout(() => setSlow(true), SHORT_MS);
    try {
      return await exportPng(laid, { size, onProgress: setPart, signal });
    } catch (error) {
      if (!signal.aborted) setNews({ text: takeHome.failed, problem: true });
      throw error;
    } finally {
      clearTimeout(timer);
      setSlow(false);
      setPart(null);
    }
  };
  // What went wrong was said where it did.
  const unlessFailed = (made: Promise<void>): void => void made.catch(() => undefined);

  const save = async () => {
    const picture = await make(pictureSize(laid, choice.paper));
    saveFile(picture.blob, name);
    setNews({ text: takeHome.saved(name), problem: false });
  };

  const copy = async () => {
    // Within the press itself, with a picture that is still to come: Safari allows it no later.
    const picture = make(sentSize(laid)).then(({ blob }) => blob);
    try {
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })]);
      setNews({ text: takeHome.copiedPicture, problem: false });
    } catch {
      await picture;
      setNews({ text: takeHome.copyPictureFailed, problem: true });
    }
  };

  const share = async () => {
    if (shared) return navigator.share({ files: [shared] });
    const { blob } = await make(sentSize(laid));
    setReady({ of: laid, file: new File([blob], name, { type: blob.type }) });
  };

  return (
    <section className={styles.way}>
      <h3>{takeHome.picture}</h3>
      {part !== null && slow ? (
        <Progress label={takeHome.saving} part={part} onStop={() => stop.current.abort()} />
      ) : (
        <div className={styles.buttons}>
          <Button kind="primary" icon={ImageDown} disabled={part !== null} onClick={() => unlessFailed(save())}>
            {takeHome.save}
          </Button>
          {copiesPictures() && (
            <Button icon={Copy} disabled={part !== null} onClick={() => unlessFailed(copy())}>
              {takeHome.copyPicture}
            </Button>
          )}
          {sharesPictures() && (
            <Button icon={Share2} disabled={part !== null} onClick={() => unlessFailed(share())}>
              {shared ? takeHome.shareNow : takeHome.share}
            </Button>
          )}
          <Button icon={Printer} disabled={part !== null} onClick={() => printPage(page.layFor(PRINTED_ASPECTS))}>
            {takeHome.print}
          </Button>
        </div>
      )}
      <NewsLine news={news} />
    </section>
  );
}

function sentSize({ page: { box } }: LaidPage): number {
  return SENT_SIDE / Math.max(box.w, box.h);
}

function copiesPictures(): boolean {
  return typeof ClipboardItem === 'function' && typeof navigator.clipboard?.write === 'function';
}

function sharesPictures(): boolean {
  return navigator.canShare?.({ files: [new File([], 'a.png', { type: 'image/png' })] }) === true;
}

import { pageWords } from '../../../shared/formats/pictures/page-words.ts';
import { chosenPage, type LaidPage, readPageChoice, WHOLE } from '../../../shared/scene/page-choice.ts';
import { fontMeasure } from '../../../shared/text/text-measure.ts';
import type { DeviceStorage } from '../../device/device-storage.ts';
import { keptChoice } from '../../device/kept-choice.ts';
import type { ClothSession } from '../../document/cloth-session.ts';
import { releaseCanvas } from '../../export/canvas-limit.ts';
import { printedPage } from '../../export/printed-page.ts';
import { languageNow } from '../../i18n/language.ts';

/** Says to print.css that the page made of the cloth is there, in the place of all else. */
const PRINTS = 'prints';
/** A little flatter than A4 and A3 lying down are within their margins, so that it fits either; and the same standing up. */
export const PRINTED_ASPECTS = [1.46, 1 / 1.46] as const;

/**
 * Lays the whole cloth, as this person may read it and as they last chose of its looks, on the page that is about to be
 * printed. Returns how to take it away again.
 */
export function layForPrint(session: Pick<ClothSession, 'snapshot'>, storage: DeviceStorage): () => void {
  const cloth = session.snapshot.getState();
  const choice = readPageChoice(keptChoice(storage));
  const order = { part: WHOLE, choice, texts: pageWords(cloth, languageNow(), Date.now()), aspects: PRINTED_ASPECTS };
  return layPageForPrint(chosenPage(cloth, order, fontMeasure));
}

/** The same with a page that is laid. When one lies there for printing already, that one is printed. */
export function layPageForPrint(laid: LaidPage): () => void {
  const { dataset } = document.documentElement;
  const page = PRINTS in dataset ? null : printedPage(laid);
  if (!page) return () => undefined;
  page.className = 'printed-cloth';
  if (page.height > page.width) page.dataset.upright = '';
  document.body.append(page);
  dataset[PRINTS] = '';
  return () => {
    delete dataset[PRINTS];
    page.remove();
    releaseCanvas(page);
  };
}

/** Opens the browser's own printing with this page, and takes it away when that is done. */
export function printPage(laid: LaidPage): void {
  const takeAway = layPageForPrint(laid);
  window.addEventListener('afterprint', takeAway, { once: true });
  window.print();
}

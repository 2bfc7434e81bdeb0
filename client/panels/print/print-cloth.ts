import { buildScene } from '../../../shared/scene/build-scene.ts';
import { fontMeasure } from '../../../shared/text/text-measure.ts';
import type { ClothSession } from '../../document/cloth-session.ts';
import { releaseCanvas } from '../../export/canvas-limit.ts';
import { printedPage } from '../../export/printed-page.ts';
import { pageTexts } from '../take-home/page-texts.ts';

/** Says to print.css that the page made of the cloth is there, in the place of all else. */
const PRINTS = 'prints';

/** Lays the cloth, as this person may read it, on the page that is about to be printed. Returns how to take it away again. */
export function layForPrint(session: Pick<ClothSession, 'snapshot'>): () => void {
  const cloth = session.snapshot.getState();
  const page = printedPage(buildScene(cloth, fontMeasure), pageTexts(cloth));
  if (!page) return () => undefined;
  page.className = 'printed-cloth';
  document.body.append(page);
  const { dataset } = document.documentElement;
  dataset[PRINTS] = '';
  return () => {
    delete dataset[PRINTS];
    page.remove();
    releaseCanvas(page);
  };
}

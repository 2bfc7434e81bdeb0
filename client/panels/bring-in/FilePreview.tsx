import { useMemo } from 'react';
import type { ClothFile } from '../../../shared/formats/cloth-file.ts';
import { snapshotOfFile } from '../../../shared/formats/file-snapshot.ts';
import { pageWords } from '../../../shared/formats/pictures/page-words.ts';
import { chosenPage, USUAL_PAGE, WHOLE } from '../../../shared/scene/page-choice.ts';
import { fontMeasure } from '../../../shared/text/text-measure.ts';
import { languageNow } from '../../i18n/language.ts';
import { PagePreview } from '../take-home/PagePreview.tsx';

/** How the cloth in a file looks, before it is laid. */
export function FilePreview({ file }: { readonly file: ClothFile }) {
  const laid = useMemo(() => {
    const cloth = snapshotOfFile(file);
    const choice = { ...USUAL_PAGE, legend: false, date: false };
    return chosenPage(cloth, { part: WHOLE, choice, texts: pageWords(cloth, languageNow(), Date.now()) }, fontMeasure);
  }, [file]);
  return <PagePreview laid={laid} />;
}

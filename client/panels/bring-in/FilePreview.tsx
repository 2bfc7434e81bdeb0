import { useMemo } from 'react';
import type { ClothFile } from '../../../shared/formats/cloth-file.ts';
import { snapshotOfFile } from '../../../shared/formats/file-snapshot.ts';
import { chosenPage, USUAL_PAGE, WHOLE } from '../../../shared/scene/page-choice.ts';
import { fontMeasure } from '../../../shared/text/text-measure.ts';
import { PagePreview } from '../take-home/PagePreview.tsx';
import { pageTexts } from '../take-home/page-texts.ts';

/** How the cloth in a file looks, before it is laid. */
export function FilePreview({ file }: { readonly file: ClothFile }) {
  const laid = useMemo(() => {
    const cloth = snapshotOfFile(file);
    const choice = { ...USUAL_PAGE, legend: false, date: false };
    return chosenPage(cloth, { part: WHOLE, choice, texts: pageTexts(cloth) }, fontMeasure);
  }, [file]);
  return <PagePreview laid={laid} />;
}

import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { snapshotOfFile } from '../../../shared/formats/file-snapshot.ts';
import type { ClothSnapshot } from '../../../shared/model/snapshot.ts';
import {
  chosenPage,
  type LaidPage,
  type PageChoice,
  type PagePart,
  readPageChoice,
  WHOLE,
} from '../../../shared/scene/page-choice.ts';
import { fontMeasure } from '../../../shared/text/text-measure.ts';
import { keepChoice, keptChoice } from '../../device/kept-choice.ts';
import { useCloth } from '../cloth-context.tsx';
import { readMomentFile } from '../moments/read-moment.ts';
import { pageTexts } from './page-texts.ts';

/** What is taken home: a part of the cloth as it is now, or the whole of it as it was at a moment that was kept. */
export type Taken = PagePart | { readonly of: 'moment'; readonly id: string };

/** The page that is being chosen: what of it is chosen, and what comes of that. */
export interface ChosenPage {
  readonly taken: Taken;
  readonly take: (taken: Taken) => void;
  readonly choice: PageChoice;
  readonly choose: (some: Partial<PageChoice>) => void;
  /** The cloth that the page is of. */
  readonly cloth: ClothSnapshot;
  readonly laid: LaidPage;
  /** The page laid anew for papers of other shapes. */
  readonly layFor: (aspects: readonly number[]) => LaidPage;
}

/** A page of this cloth with the looks that were last chosen on this device. Begins with the whole cloth. */
export function usePageChoice(): ChosenPage {
  const { session, device } = useCloth();
  const [taken, take] = useState<Taken>(WHOLE);
  const [choice, setChoice] = useState(() => readPageChoice(keptChoice(device.storage)));
  const now = useStore(session.snapshot);
  const cloth = useMemo(() => {
    const file = taken.of === 'moment' ? readMomentFile(session, taken.id) : null;
    return file ? snapshotOfFile(file) : now;
  }, [taken, now, session]);
  const order = useMemo(
    () => ({ part: taken.of === 'moment' ? WHOLE : taken, choice, texts: pageTexts(cloth) }),
    [taken, choice, cloth],
  );
  const laid = useMemo(() => chosenPage(cloth, order, fontMeasure), [cloth, order]);
  return {
    taken,
    take,
    choice,
    choose(some) {
      const chosen = { ...choice, ...some };
      keepChoice(device.storage, chosen);
      setChoice(chosen);
    },
    cloth,
    laid,
    layFor: (aspects) => chosenPage(cloth, { ...order, aspects }, fontMeasure),
  };
}

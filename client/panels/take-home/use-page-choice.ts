import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { markWords } from '../../../shared/formats/pictures/mark-words.ts';
import { pageWords } from '../../../shared/formats/pictures/page-words.ts';
import { NOW, seen, type When } from '../../../shared/formats/seen.ts';
import type { ClothSnapshot } from '../../../shared/model/snapshot.ts';
import {
  chosenPage,
  type LaidPage,
  type PageChoice,
  type PageOrder,
  type PagePart,
  readPageChoice,
  WHOLE,
} from '../../../shared/scene/page-choice.ts';
import { fontMeasure } from '../../../shared/text/text-measure.ts';
import type { Device } from '../../device/device.ts';
import { keepChoice, keptChoice } from '../../device/kept-choice.ts';
import { useLanguage } from '../../i18n/use-text.ts';
import { useCloth } from '../cloth-context.tsx';

/**
 * What is taken home: a part of the cloth as it is now, or the whole of it as it was at a moment that was kept, or with what
 * became of it since one.
 */
export type Taken =
  | PagePart
  | { readonly of: 'moment'; readonly id: string }
  /** To another moment, or to now. */
  | { readonly of: 'since'; readonly id: string; readonly to: string | null };

/** A page that is being chosen: how it looks, and what comes of that. */
export interface PageToTake {
  /** What it is called. */
  readonly title: string;
  readonly choice: PageChoice;
  readonly choose: (some: Partial<PageChoice>) => void;
  readonly laid: LaidPage;
  /** The page laid anew for papers of other shapes. */
  readonly layFor: (aspects: readonly number[]) => LaidPage;
}

/** The same of a cloth: what of it is chosen too. */
export interface ChosenPage extends PageToTake {
  readonly taken: Taken;
  readonly take: (taken: Taken) => void;
  /** Which look at the cloth the page is of, by its moments. */
  readonly when: When;
  /** The cloth that the page is of. */
  readonly cloth: ClothSnapshot;
}

function whenOf(taken: Taken): When {
  if (taken.of === 'moment') return { ...NOW, moment: taken.id };
  return taken.of === 'since' ? { moment: taken.to, since: taken.id } : NOW;
}

/** How pages look, as it was last chosen on this device. */
export function usePageLooks({ storage }: Device): Pick<PageToTake, 'choice' | 'choose'> {
  const [choice, setChoice] = useState(() => readPageChoice(keptChoice(storage)));
  const choose = (some: Partial<PageChoice>): void => {
    const chosen = { ...choice, ...some };
    keepChoice(storage, chosen);
    setChoice(chosen);
  };
  return { choice, choose };
}

/** A page of this cloth with the looks that were last chosen on this device. Begins with the whole cloth. */
export function usePageChoice(): ChosenPage {
  const { session, device } = useCloth();
  const language = useLanguage();
  const [taken, take] = useState<Taken>(WHOLE);
  const looks = usePageLooks(device);
  const { choice } = looks;
  const now = useStore(session.snapshot);
  const when = useMemo(() => whenOf(taken), [taken]);
  // A moment that was thrown away while one looks is the cloth of now.
  const { cloth, at, since } = useMemo(
    () => seen(now, when, session.momentFile) ?? { cloth: now, at: null, since: null },
    [when, now, session],
  );
  const order = useMemo((): PageOrder => {
    const texts = pageWords(cloth, language, at ?? Date.now());
    const part = taken.of === 'moment' || taken.of === 'since' ? WHOLE : taken;
    if (!since) return { part, choice, texts };
    const { words: marks, title } = markWords(language);
    return {
      part,
      choice,
      texts: { ...texts, title: title(texts.title, since.name, since.until) },
      since: { before: since.before, marks },
    };
  }, [taken, choice, cloth, at, since, language]);
  const laid = useMemo(() => chosenPage(cloth, order, fontMeasure), [cloth, order]);
  return {
    taken,
    take,
    ...looks,
    title: cloth.initiative || cloth.meta.title,
    when,
    cloth,
    laid,
    layFor: (aspects) => chosenPage(cloth, { ...order, aspects }, fontMeasure),
  };
}

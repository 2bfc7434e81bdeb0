import '../../panels/print/print.css';
import { useMemo } from 'react';
import { yearLaid, yearTitle } from '../../../shared/formats/pictures/year.ts';
import { yearLineOf } from '../../../shared/method/year-line.ts';
import { ATTRIBUTION } from '../../../shared/scene/page-legend.ts';
import type { HungSheet } from '../../document/commons-api.ts';
import { useLanguage, useText } from '../../i18n/use-text.ts';
import { DialogFrame } from '../../panels/dialogs/DialogFrame.tsx';
import { LooksChoices } from '../../panels/take-home/PageChoices.tsx';
import { PagePreview } from '../../panels/take-home/PagePreview.tsx';
import { PictureWays } from '../../panels/take-home/PictureWays.tsx';
import { serverPicture } from '../../panels/take-home/server-picture.ts';
import styles from '../../panels/take-home/TakeHomeDialog.module.css';
import { type PageToTake, usePageLooks } from '../../panels/take-home/use-page-choice.ts';
import { VectorForms } from '../../panels/take-home/VectorWays.tsx';
import { useRoom, useRoomState } from '../room-context.tsx';

/** On a year line there is nothing of a cloth to explain, and nobody sits at it. */
const NOTHING = ['legend', 'atTable', 'marks'] as const;

interface TakeYearProps {
  readonly year: number;
  /** What hangs in the room. */
  readonly sheets: readonly HungSheet[];
  readonly onClose: () => void;
}

/** The year line to take home: as a page that one sees while one chooses it. */
export default function TakeYear({ year, sheets, onClose }: TakeYearProps) {
  const text = useText();
  const language = useLanguage();
  const { session, device } = useRoom();
  const room = useRoomState((state) => state);
  const looks = usePageLooks(device);
  const { choice } = looks;
  const line = useMemo(() => yearLineOf(room, sheets, year, Date.now()), [room, sheets, year]);
  const chosen = useMemo(() => ({ language, now: Date.now(), page: choice }), [language, choice]);
  const laid = useMemo(() => yearLaid(line, chosen), [line, chosen]);
  const page: PageToTake = {
    ...looks,
    title: yearTitle(line, chosen),
    laid,
    layFor: (aspects) => yearLaid(line, chosen, aspects),
  };
  const { id, key } = session;
  return (
    <DialogFrame title={text.year.take} wide="page" onClose={onClose}>
      <div className={styles.columns}>
        <div className={styles.seen}>
          <PagePreview laid={laid} />
          <PictureWays page={page} />
          <section className={styles.vectors}>
            <VectorForms
              title={page.title}
              make={(form) =>
                serverPicture({ id, sheet: 'commons', key, form, shown: { year: String(year) }, choice, language })
              }
            />
          </section>
        </div>
        <div className={styles.choices}>
          <LooksChoices page={page} nothing={NOTHING} />
        </div>
      </div>
      <p className={styles.attribution} lang="nl">
        {ATTRIBUTION}
      </p>
    </DialogFrame>
  );
}

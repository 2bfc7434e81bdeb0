import { Clapperboard } from 'lucide-react';
import { useState } from 'react';
import { useStore } from 'zustand';
import { ATTRIBUTION } from '../../../shared/scene/page-legend.ts';
import { useText } from '../../i18n/use-text.ts';
import { useCloth } from '../cloth-context.tsx';
import { DialogFrame } from '../dialogs/DialogFrame.tsx';
import { GrowthFilm } from '../growth/GrowthFilm.tsx';
import { FormWays } from './FormWays.tsx';
import { FormButton, Forms } from './Making.tsx';
import { PageChoices } from './PageChoices.tsx';
import { PagePreview } from './PagePreview.tsx';
import { PictureWays } from './PictureWays.tsx';
import styles from './TakeHomeDialog.module.css';
import { usePageChoice } from './use-page-choice.ts';
import { VectorWays } from './VectorWays.tsx';

/** The cloth to take home: as a picture of a page that one sees while one chooses it, as words, and as data. */
export default function TakeHomeDialog({ onClose }: { readonly onClose: () => void }) {
  const { takeHome, growth } = useText();
  const [growing, setGrowing] = useState(false);
  const { session } = useCloth();
  const page = usePageChoice();
  const hidden = useStore(session.snapshot, ({ items }) => items.some((item) => item.masked));
  // Half a cloth is not what one means to take home: while words are hidden from who asks, the file waits.
  const waits = hidden && session.role !== 'facilitator';
  if (growing) return <GrowthFilm onClose={() => setGrowing(false)} />;
  return (
    <DialogFrame title={takeHome.title} wide="page" onClose={onClose}>
      <div className={styles.columns}>
        <div className={styles.seen}>
          <PagePreview laid={page.laid} />
          <PictureWays page={page} />
          {!waits && <VectorWays page={page} />}
          {!hidden && (
            <div className={styles.vectors}>
              <Forms>
                <FormButton
                  icon={Clapperboard}
                  name={growth.open}
                  hint={growth.openHint}
                  onPress={() => setGrowing(true)}
                />
              </Forms>
            </div>
          )}
        </div>
        <PageChoices page={page} whole={!waits} />
        {waits ? <p className={styles.others}>{takeHome.fileWaits}</p> : <FormWays page={page} />}
      </div>
      <p className={styles.attribution} lang="nl">
        {ATTRIBUTION}
      </p>
    </DialogFrame>
  );
}

import { useState } from 'react';
import { useCloth } from '../cloth-context.tsx';
import { DialogFrame } from '../dialogs/DialogFrame.tsx';
import { usePageState } from '../page.ts';
import { announcesOn, CHOICES, setAnnounces, useAnnounceText } from './choice.ts';
import styles from './Heard.module.css';

/** The last that was said of the cloth, to read once more, and how much of it one wants to hear. */
export default function HeardDialog({ onClose }: { readonly onClose: () => void }) {
  const { heard: text } = useAnnounceText();
  const { device } = useCloth();
  const spoken = usePageState((state) => state.spoken);
  const [choice, setChoice] = useState(announcesOn(device));
  return (
    <DialogFrame title={text.title} onClose={onClose}>
      <p className={styles.hint}>{text.hint}</p>
      <fieldset className={styles.choice}>
        <legend>{text.choice}</legend>
        {CHOICES.map((each) => (
          <label key={each} data-chosen={each === choice}>
            <input
              type="radio"
              name="announces"
              checked={each === choice}
              onChange={() => {
                setAnnounces(device, each);
                setChoice(each);
              }}
            />
            <span>{text[each]}</span>
          </label>
        ))}
      </fieldset>
      <h3 className={styles.title}>{text.last}</h3>
      {spoken.length === 0 && <p className={styles.hint}>{text.none}</p>}
      <ol className={styles.last}>
        {spoken.map((words, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same words may have been said twice, and none of them moves by itself.
          <li key={at}>{words}</li>
        ))}
      </ol>
    </DialogFrame>
  );
}

import { type FormEvent, useState } from 'react';
import { LIMITS } from '../../../shared/model/schema.ts';
import { sheetPath } from '../../../shared/model/sheets.ts';
import { cleanName, isBlank } from '../../../shared/text/clean-text.ts';
import { commonsApi } from '../../document/commons-api.ts';
import { useLanguage, useText } from '../../i18n/use-text.ts';
import { Button } from '../../look/Button.tsx';
import { Field } from '../../look/Field.tsx';
import { DialogFrame } from '../../panels/dialogs/DialogFrame.tsx';
import { problemText } from '../../panels/problem-text.ts';
import { navigate } from '../router.tsx';
import { device } from '../services.ts';
import styles from './NewRoomDialog.module.css';

/** A network room asks one thing: whose it is. It opens in the language one reads in now. */
export default function NewRoomDialog({ onClose }: { readonly onClose: () => void }) {
  const text = useText();
  const { commons } = text;
  const language = useLanguage();
  const [name, setName] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const make = async (event: FormEvent) => {
    event.preventDefault();
    if (isBlank(name)) return setProblem(commons.needName);
    setBusy(true);
    try {
      const title = cleanName(name, LIMITS.name);
      const { id, epoch, keys } = await commonsApi.create(title, language);
      device.cloths.remember(id, { sheet: 'commons', title, epoch, keys, lastOpened: Date.now() });
      navigate(sheetPath('commons', id, keys.facilitator));
    } catch (error) {
      setProblem(problemText(error, text));
      setBusy(false);
    }
  };

  return (
    <DialogFrame title={commons.makeTitle} onClose={onClose}>
      <form className={styles.form} onSubmit={make}>
        <p>{commons.makeText}</p>
        <Field
          label={commons.of}
          hint={commons.ofHint}
          error={problem}
          value={name}
          maxLength={LIMITS.name}
          onChange={(event) => {
            setName(event.target.value);
            setProblem(null);
          }}
        />
        <Button kind="primary" large type="submit" disabled={busy}>
          {busy ? text.dialog.working : commons.makeIt}
        </Button>
      </form>
    </DialogFrame>
  );
}

import { type FormEvent, useState } from 'react';
import { LIMITS } from '../../../shared/model/schema.ts';
import { useText } from '../../i18n/use-text.ts';
import { Button } from '../../look/Button.tsx';
import { problemText } from '../../panels/problem-text.ts';
import { sayProblem } from '../../panels/toasts/toast-store.ts';
import { navigate } from '../router.tsx';
import { startCloth } from '../start-cloth.ts';
import { ClothSketch } from './ClothSketch.tsx';
import styles from './NewCloth.module.css';

/** An empty tablecloth whose middle asks for the initiative: filling it in, or not, lays a new one. */
export function NewCloth() {
  const text = useText();
  const [name, setName] = useState('');
  const [busy, setBusy] = useState(false);

  const lay = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    try {
      navigate(await startCloth(name));
    } catch (error) {
      sayProblem(problemText(error, text));
      setBusy(false);
    }
  };

  return (
    <section className={styles.sheet}>
      <ClothSketch />
      <form className={styles.middle} onSubmit={lay}>
        <svg className={styles.ring} viewBox="0 0 400 400" aria-hidden="true">
          <path d="M201 11c107-3 189 84 188 190 0 105-83 187-189 188C94 389 11 306 11 200 12 92 98 12 207 12" />
          <path d="M184 6C82 14 6 98 8 203c3 103 87 188 193 188 104-1 189-83 190-188C393 96 312 4 205 7" />
        </svg>
        <label className={styles.question} htmlFor="initiative">
          {text.home.question}
        </label>
        <input
          id="initiative"
          className={styles.name}
          value={name}
          onChange={(event) => setName(event.target.value)}
          maxLength={LIMITS.name}
          placeholder={text.home.initiativeName}
          autoComplete="off"
          aria-describedby="initiative-hint"
        />
        <p id="initiative-hint" className={styles.hint}>
          {text.home.initiativeHint}
        </p>
        <Button kind="primary" large type="submit" disabled={busy} className={styles.create}>
          {busy ? text.home.creating : text.home.create}
        </Button>
      </form>
    </section>
  );
}

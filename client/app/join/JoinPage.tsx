import { type FormEvent, useState } from 'react';
import { JOIN_CODE } from '../../../shared/model/protocol.ts';
import { sheetPath } from '../../../shared/model/sheets.ts';
import { ApiError, api } from '../../document/api.ts';
import type { Texts } from '../../i18n/nl.ts';
import { useText } from '../../i18n/use-text.ts';
import { Button } from '../../look/Button.tsx';
import { Field } from '../../look/Field.tsx';
import surface from '../../look/surface.module.css';
import { problemText } from '../../panels/problem-text.ts';
import { Masthead } from '../home/Masthead.tsx';
import { usePageTitle } from '../page-title.ts';
import { Link, navigate } from '../router.tsx';
import { device } from '../services.ts';
import styles from './JoinPage.module.css';
import { readCode, type TypedCode } from './join-code.ts';

/** One field for the code on the shared screen. */
export default function JoinPage() {
  const text = useText();
  // Scanned from a shared screen, the code comes along in the fragment; whoever scanned only has to agree.
  const [code, setCode] = useState(() => readCode(location.hash).code);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const read = readCode(code);
  usePageTitle(`${text.join.title} · ${text.app.name}`);

  const join = async (event: FormEvent) => {
    event.preventDefault();
    const wrong = whatIsWrong(read, text);
    if (wrong !== null) return setProblem(wrong);
    setBusy(true);
    try {
      const { id, key, role, sheet = 'cloth' } = await api.join(read.code);
      const kind = sheet === 'cloth' ? {} : { sheet };
      device.cloths.remember(id, { ...kind, keys: { [role]: key }, lastOpened: Date.now() });
      navigate(sheetPath(sheet, id, key), { replace: true });
    } catch (error) {
      setProblem(joinProblem(error, text));
      setBusy(false);
    }
  };

  return (
    <div className={`${surface.table} ${styles.page}`}>
      <Masthead />
      <main className={styles.main}>
        <form className={`${surface.card} ${styles.card}`} onSubmit={join}>
          <h1>{text.join.title}</h1>
          <Field
            label={text.join.code}
            hint={text.join.hint}
            error={problem ?? foreignLetters(read, text)}
            className={styles.code}
            value={code}
            onChange={(event) => {
              // As it is typed: what is set right in the middle stays in the middle, and composed letters stay single.
              setCode(event.target.value);
              setProblem(null);
            }}
            // A phone's keyboard starts in capitals and leaves the word alone.
            autoCapitalize="characters"
            autoCorrect="off"
            spellCheck={false}
            enterKeyHint="go"
            // Focus at once: the page is this one field, and whoever comes here came to fill it in.
            autoFocus
          />
          <Button kind="primary" large type="submit" disabled={busy}>
            {busy ? text.join.submitting : text.join.submit}
          </Button>
          <Link href="/" className={styles.back}>
            {text.join.back}
          </Link>
        </form>
      </main>
    </div>
  );
}

/** Said while it is typed: what no code has was misread, and would not be missed in the field. */
function foreignLetters({ foreign }: TypedCode, { join }: Texts): string | null {
  return foreign.length > 0 ? join.foreign(foreign.join(' ')) : null;
}

function whatIsWrong(read: TypedCode, text: Texts): string | null {
  const missing = JOIN_CODE.length - read.code.length;
  if (read.foreign.length > 0) return foreignLetters(read, text);
  if (missing > 0) return text.join.tooShort(missing);
  return missing < 0 ? text.join.tooLong(-missing) : null;
}

function joinProblem(error: unknown, text: Texts): string {
  if (!(error instanceof ApiError) || error.status === 0) return problemText(error, text);
  if (error.status === 400 || error.status === 404) return text.problems.badCode;
  if (error.status === 429) return text.problems.tooManyTries;
  return problemText(error, text);
}

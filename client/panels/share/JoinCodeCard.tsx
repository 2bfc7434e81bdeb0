import { useCallback, useEffect, useState } from 'react';
import { apiOf, type JoinCode } from '../../document/api.ts';
import { useLanguage, useText } from '../../i18n/use-text.ts';
import { Button } from '../../look/Button.tsx';
import { useCloth } from '../cloth-context.tsx';
import { CodeOnScreen } from './CodeOnScreen.tsx';
import { CodeToType } from './CodeToType.tsx';
import styles from './ShareDialog.module.css';

/** The seven characters, large enough to read from the back of the room, and where to type them. */
export function JoinCodeCard() {
  const { share } = useText();
  const language = useLanguage();
  const { session, linkKey } = useCloth();
  const [code, setCode] = useState<JoinCode | 'failed' | null>(null);

  const ask = useCallback(() => {
    apiOf(session)
      .createJoinCode(session.id, linkKey)
      .then(setCode, () => setCode('failed'));
  }, [session, linkKey]);
  useEffect(ask, [ask]);

  if (code === 'failed') {
    return (
      <div className={styles.code}>
        <p>{share.codeFailed}</p>
        <Button onClick={ask}>{share.newCode}</Button>
      </div>
    );
  }
  const until = code && moment(code.expiresAt, language);
  return (
    <div className={styles.code} aria-busy={code === null}>
      <CodeToType code={code} />
      <p>{until ? share.codeUntil(until) : share.codeBusy}</p>
      {code && <CodeOnScreen code={code} />}
    </div>
  );
}

/** The hour, with the day when it is not today's. */
function moment(time: number, language: string): string {
  const today = new Date(time).toDateString() === new Date().toDateString();
  const day = today ? {} : ({ weekday: 'long' } as const);
  return new Intl.DateTimeFormat(language, { ...day, hour: '2-digit', minute: '2-digit' }).format(time);
}

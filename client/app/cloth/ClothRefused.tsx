import { ApiError } from '../../document/api.ts';
import type { FirstTexts } from '../../i18n/nl/first.ts';
import { useFirstText } from '../../i18n/use-text.ts';
import { Button } from '../../look/Button.tsx';
import { Notice } from '../notices/Notice.tsx';
import { navigate } from '../router.tsx';

interface ClothRefusedProps {
  /** What `openSession` threw, or `no-key`. */
  readonly error: unknown;
  readonly onAgain: (() => void) | null;
}

/** Why a cloth cannot be shown, and what to do about it. */
export function ClothRefused({ error, onAgain }: ClothRefusedProps) {
  const { gone } = useFirstText();
  const { title, text, temporary } = reasonOf(error, gone);
  return (
    <Notice title={title} text={text}>
      {temporary && onAgain && (
        <Button kind="primary" large onClick={onAgain}>
          {gone.again}
        </Button>
      )}
      <Button kind={temporary ? 'paper' : 'primary'} large onClick={() => navigate('/')}>
        {gone.home}
      </Button>
    </Notice>
  );
}

interface Reason {
  readonly title: string;
  readonly text: string;
  /** Trying again may help. */
  readonly temporary: boolean;
}

/** Statuses are HTTP's or, where the socket was closed, its close code. */
function reasonOf(error: unknown, gone: FirstTexts['gone']): Reason {
  if (error === 'no-key') return { title: gone.noKeyTitle, text: gone.noKey, temporary: false };
  const { status, code } = error instanceof ApiError ? error : { status: -1, code: '' };
  if (code === 'offline') return { title: gone.offlineTitle, text: gone.offline, temporary: true };
  switch (status) {
    case 401:
    case 403:
    case 4401:
    case 4403:
      return { title: gone.wrongKeyTitle, text: gone.wrongKey, temporary: false };
    case 404:
    case 410:
    case 4404:
    case 4410:
      return { title: gone.missingTitle, text: gone.missing, temporary: false };
    case 429:
    case 503:
      return { title: gone.fullTitle, text: gone.full, temporary: true };
    default:
      return { title: gone.oddTitle, text: gone.odd, temporary: true };
  }
}

import { LogIn } from 'lucide-react';
import { useEffect, useState } from 'react';
import { sheetPath } from '../../../shared/model/sheets.ts';
import { signIn, useDoor } from '../../commons/door/use-door.ts';
import { ApiError } from '../../document/api.ts';
import { commonsApi } from '../../document/commons-api.ts';
import { useText } from '../../i18n/use-text.ts';
import { Button } from '../../look/Button.tsx';
import { Notice } from '../notices/Notice.tsx';
import { Opening } from '../notices/Opening.tsx';
import { navigate } from '../router.tsx';

interface NotHungProps {
  /** The network room and the key of it that this page came by. */
  readonly via: string;
  readonly linkKey: string;
}

/** What one came to by way of a room does not hang there any more; or one's own time in the room is over. */
export default function NotHung({ via, linkKey }: NotHungProps) {
  const { commons, door: words } = useText();
  const isOver = useIsOver(via, linkKey);
  const door = useDoor(via, isOver === true);
  if (isOver === null || door === 'asking') return <Opening />;
  if (isOver && !door) {
    return (
      <Notice title={words.shutTitle} text={words.shut}>
        <Button kind="primary" large onClick={() => navigate('/')}>
          {commons.leave}
        </Button>
      </Notice>
    );
  }
  if (door) {
    return (
      <Notice title={words.overTitle} text={words.over(door.name)}>
        <Button kind="primary" large icon={LogIn} onClick={() => signIn(via, location.pathname)}>
          {words.signIn(door.name)}
        </Button>
        <Button large onClick={() => navigate('/')}>
          {commons.leave}
        </Button>
      </Notice>
    );
  }
  return (
    <Notice title={commons.notHungTitle} text={commons.notHung}>
      <Button kind="primary" large onClick={() => navigate(sheetPath('commons', via, linkKey))}>
        {commons.back}
      </Button>
    </Notice>
  );
}

/** Whether this key opens the room no more; null until that is known. */
function useIsOver(room: string, key: string): boolean | null {
  const [isOver, setIsOver] = useState<boolean | null>(null);
  useEffect(() => {
    let left = false;
    commonsApi.describe(room, key).then(
      () => !left && setIsOver(false),
      (error: unknown) => !left && setIsOver(error instanceof ApiError && error.status === 401),
    );
    return () => {
      left = true;
    };
  }, [room, key]);
  return isOver;
}

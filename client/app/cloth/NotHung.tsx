import { sheetPath } from '../../../shared/model/sheets.ts';
import { useText } from '../../i18n/use-text.ts';
import { Button } from '../../look/Button.tsx';
import { Notice } from '../notices/Notice.tsx';
import { navigate } from '../router.tsx';

interface NotHungProps {
  /** The network room and the key of it that this page came by. */
  readonly via: string;
  readonly linkKey: string;
}

/** What one came to by way of a room does not hang there any more. */
export default function NotHung({ via, linkKey }: NotHungProps) {
  const { commons } = useText();
  return (
    <Notice title={commons.notHungTitle} text={commons.notHung}>
      <Button kind="primary" large onClick={() => navigate(sheetPath('commons', via, linkKey))}>
        {commons.back}
      </Button>
    </Notice>
  );
}

import { useFirstText } from '../../i18n/use-text.ts';
import { Button } from '../../look/Button.tsx';
import { navigate } from '../router.tsx';
import { Notice } from './Notice.tsx';

/** An address that leads nowhere. */
export function PageMissing() {
  const { gone } = useFirstText();
  return (
    <Notice title={gone.pageTitle} text={gone.page}>
      <Button kind="primary" large onClick={() => navigate('/')}>
        {gone.home}
      </Button>
    </Notice>
  );
}

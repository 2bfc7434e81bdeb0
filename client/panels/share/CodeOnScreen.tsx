import { useEffect, useState } from 'react';
import type { JoinCode } from '../../document/api.ts';
import { useText } from '../../i18n/use-text.ts';
import { Switch } from '../../look/Switch.tsx';
import { useCloth } from '../cloth-context.tsx';
import { useLeads } from '../use-running.ts';

const KEPT = 'tafelkleed.codeOnScreen';

/** Whether the code stands on the shared screen too: who leads decides, and this device remembers what they like. */
export function CodeOnScreen({ code }: { readonly code: JoinCode }) {
  const { screen } = useText();
  const { session, device } = useCloth();
  const leads = useLeads();
  const [shown, setShown] = useState(() => device.storage.get(KEPT) !== 'no');
  useEffect(() => {
    if (leads) session.setSession({ code: shown ? { code: code.code, expiresAt: code.expiresAt } : null });
  }, [leads, shown, code, session]);
  if (!leads) return null;
  const change = (on: boolean) => {
    device.storage.set(KEPT, on ? null : 'no');
    setShown(on);
  };
  return <Switch label={screen.onScreen} hint={screen.onScreenHint} on={shown} onChange={change} />;
}

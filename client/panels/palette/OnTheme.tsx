import { Baseline, ExternalLink, FilePlus } from 'lucide-react';
import { useState } from 'react';
import { useStore } from 'zustand';
import { setLeadsTo } from '../../../shared/commands/items.ts';
import { editWords } from '../../../shared/commands/words.ts';
import { boxAt } from '../../../shared/layout/boxes.ts';
import { LIMITS } from '../../../shared/model/schema.ts';
import { byId } from '../../../shared/model/snapshot.ts';
import { cleanName } from '../../../shared/text/clean-text.ts';
import { api } from '../../document/api.ts';
import { useLanguage, useText } from '../../i18n/use-text.ts';
import { Button } from '../../look/Button.tsx';
import { useCloth } from '../cloth-context.tsx';
import { problemText } from '../problem-text.ts';
import { sayDone } from '../toasts/say-done.ts';
import { say, sayProblem } from '../toasts/toast-store.ts';
import { wayTo } from './way-to-cloth.ts';

/** What a slip of a theme sheet can become by where it lies: the name, or the way to a cloth. */
export default function OnTheme({ id }: { readonly id: string }) {
  const text = useText();
  const { themeSheet } = text;
  const language = useLanguage();
  const { session, device, via, linkKey } = useCloth();
  const item = useStore(session.snapshot, ({ items }) => byId(items).get(id));
  const [busy, setBusy] = useState(false);
  if (!item || item.masked) return null;
  const box = boxAt(item.pos);
  const name = cleanName(item.text, LIMITS.name);

  if (box === 'name') {
    const choose = () => {
      if (!session.perform((cloth) => editWords(cloth, { of: 'initiative' }, name))) return;
      sayDone(session, themeSheet.named(name), themeSheet.undo);
    };
    return session.mayWrite && name !== '' ? (
      <Button kind="primary" icon={Baseline} onClick={choose}>
        {themeSheet.isName}
      </Button>
    ) : null;
  }
  if (item.leadsTo !== '') {
    const open = async () => {
      const way = await wayTo(item.leadsTo, { device, via, linkKey });
      if (way) window.open(way, '_blank', 'noopener');
      else say(themeSheet.noKeyHere);
    };
    return (
      <Button icon={ExternalLink} onClick={() => void open()}>
        {themeSheet.openCloth}
      </Button>
    );
  }
  if ((box !== 'initiatives' && box !== 'network') || !session.mayWrite) return null;
  const begin = async () => {
    setBusy(true);
    try {
      const made = await api.createCloth({ title: name, locale: language });
      device.cloths.remember(made.id, { title: name, epoch: made.epoch, keys: made.keys, lastOpened: Date.now() });
      session.perform((cloth) => setLeadsTo(cloth, id, made.id));
      say(themeSheet.clothStarted(name));
    } catch (error) {
      sayProblem(problemText(error, text));
    }
    setBusy(false);
  };
  return (
    <Button icon={FilePlus} disabled={busy || name === ''} onClick={() => void begin()}>
      {themeSheet.startCloth}
    </Button>
  );
}

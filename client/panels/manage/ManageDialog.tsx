import { useState } from 'react';
import { useStore } from 'zustand';
import type { Role } from '../../../shared/model/protocol.ts';
import { apiOf } from '../../document/api.ts';
import { forgetCloth } from '../../document/forget-cloth.ts';
import { useText } from '../../i18n/use-text.ts';
import { Button } from '../../look/Button.tsx';
import { useCloth } from '../cloth-context.tsx';
import { DialogFrame } from '../dialogs/DialogFrame.tsx';
import { usePage } from '../page.ts';
import { problemText } from '../problem-text.ts';
import { say, sayProblem } from '../toasts/toast-store.ts';
import { useRunning } from '../use-running.ts';
import styles from './Manage.module.css';
import { Seats } from './Seats.tsx';

/** What only who leads may do with the tablecloth itself: seats, closing, links, deleting. */
export default function ManageDialog({ onClose }: { readonly onClose: () => void }) {
  const { manage } = useText();
  return (
    <DialogFrame title={manage.title} wide onClose={onClose}>
      <div className={styles.parts}>
        <Seats />
        <Closing />
        <Links />
        <Deleting />
      </div>
    </DialogFrame>
  );
}

/** After the session nobody needs to write by accident; opened again, what waited comes. */
function Closing() {
  const { manage, steps } = useText();
  const { session } = useCloth();
  const { closed } = useRunning();
  const connected = useConnected();
  return (
    <section className={styles.part} aria-labelledby="manage-close">
      <h3 id="manage-close">{manage.close}</h3>
      <p>{closed ? steps.closedLead : manage.closeHint}</p>
      <Button disabled={!connected} onClick={() => session.setSession({ closed: !closed })}>
        {closed ? steps.reopen : manage.closeNow}
      </Button>
    </section>
  );
}

/** Roles whose links can be replaced, one's own last: with it goes every other device that leads. */
const REPLACEABLE: readonly Role[] = ['participant', 'viewer', 'facilitator'];

function Links() {
  const { manage, people } = useText();
  const [asked, setAsked] = useState<Role | null>(null);
  const replace = useReplace(() => setAsked(null));
  const connected = useConnected();
  return (
    <section className={styles.part} aria-labelledby="manage-links">
      <h3 id="manage-links">{manage.links}</h3>
      <p>{manage.linksHint}</p>
      {asked === null ? (
        <div className={styles.row}>
          {REPLACEABLE.map((role) => (
            <Button key={role} disabled={!connected} onClick={() => setAsked(role)}>
              {manage.linkOf(people.roles[role])}
            </Button>
          ))}
        </div>
      ) : (
        <div className={styles.sure} role="alertdialog" aria-labelledby="manage-sure">
          <p id="manage-sure">{manage.replaceSure[asked]}</p>
          <div className={styles.row}>
            <Button kind="primary" autoFocus onClick={() => replace(asked)}>
              {manage.replace}
            </Button>
            <Button kind="quiet" onClick={() => setAsked(null)}>
              {manage.leave}
            </Button>
          </div>
        </div>
      )}
    </section>
  );
}

/** Replaces a role's links; this device keeps the new one, and goes on with it where it was its own. */
function useReplace(done: () => void) {
  const text = useText();
  const { session, device, linkKey, goTo } = useCloth();
  return async (role: Role) => {
    try {
      const { key } = await apiOf(session).rotateKey(session.id, linkKey, role);
      device.cloths.remember(session.id, { keys: { [role]: key } });
      done();
      say(text.manage.replaced);
      if (role === session.role) goTo({ id: session.id, key });
    } catch (error) {
      sayProblem(problemText(error, text));
    }
  };
}

function Deleting() {
  const page = usePage();
  const text = useText();
  const { manage } = text;
  const { session, device, linkKey } = useCloth();
  const [asked, setAsked] = useState(false);
  const connected = useConnected();
  const counts = useStore(session.snapshot, ({ items }) => items.length);
  const remove = async () => {
    try {
      await apiOf(session).deleteCloth(session.id, linkKey);
      forgetCloth(device, session.id, 0);
      page.closeDialog();
    } catch (error) {
      sayProblem(problemText(error, text));
    }
  };
  return (
    <section className={styles.part} aria-labelledby="manage-delete">
      <h3 id="manage-delete">{manage.remove}</h3>
      <p>{manage.removeHint}</p>
      {asked ? (
        <div className={styles.sure} role="alertdialog" aria-labelledby="manage-gone">
          <p id="manage-gone">{manage.removeSure(counts)}</p>
          <div className={styles.row}>
            <Button kind="primary" onClick={remove}>
              {manage.removeNow}
            </Button>
            <Button kind="quiet" autoFocus onClick={() => setAsked(false)}>
              {manage.leave}
            </Button>
          </div>
        </div>
      ) : (
        <Button disabled={!connected} onClick={() => setAsked(true)}>
          {manage.remove}
        </Button>
      )}
    </section>
  );
}

/** Whether the server can be asked for anything now. */
function useConnected(): boolean {
  const { session } = useCloth();
  return useStore(session.saved, ({ kind }) => kind === 'saved' || kind === 'saving');
}

import { CalendarRange, Eye, EyeOff, Layers2, Undo2, User } from 'lucide-react';
import { goToStep } from '../../../shared/method/steps.ts';
import type { StepNumber } from '../../../shared/model/schema.ts';
import { useText } from '../../i18n/use-text.ts';
import { Button } from '../../look/Button.tsx';
import { useRoomy } from '../../look/use-wide.ts';
import { useCloth } from '../../panels/cloth-context.tsx';
import { usePage } from '../../panels/page.ts';
import { useIndividuals } from '../../panels/together/use-individuals.ts';
import { useLeads, useRunning } from '../../panels/use-running.ts';
import { AloneNotice } from '../alone/AloneNotice.tsx';
import { Notices } from '../bar/Notices.tsx';
import { useRememberingLeaders } from '../lead/remember-other-leaders.ts';
import { TimerButton } from '../timer/TimerButton.tsx';
import styles from './Theme.module.css';

/** The three phases of a theme sheet are the first three steps of its session. */
const PHASES = [
  { step: 1, id: 'alone' },
  { step: 2, id: 'exchange' },
  { step: 3, id: 'together' },
] as const satisfies readonly { readonly step: StepNumber; readonly id: string }[];

/** Where the group is with its theme sheet: alone first, then exchanging, then together. */
export default function ThemeBar() {
  const { themeSheet: text } = useText();
  const { session } = useCloth();
  const { step } = useRunning();
  const leads = useLeads();
  const roomy = useRoomy();
  useRememberingLeaders();
  const phase = PHASES.find((each) => each.step === step) ?? PHASES[2];
  return (
    <div className={styles.place}>
      <section className={styles.bar} aria-label={text.phasesTitle}>
        <ol className={styles.phases}>
          {PHASES.map(({ step: number, id }) => (
            <li key={id}>
              <button
                type="button"
                aria-current={id === phase.id ? 'step' : undefined}
                disabled={!leads}
                onClick={() => session.setSession(goToStep(number))}
              >
                {text.phases[id]}
              </button>
            </li>
          ))}
        </ol>
        {roomy && <p className={styles.hint}>{text.phaseHints[phase.id]}</p>}
        <AtHand phase={phase.id} roomy={roomy} />
        <TimerButton />
      </section>
      <div className={styles.hung}>
        <AloneNotice />
        <Notices />
      </div>
    </div>
  );
}

/** What lies ready in a phase. */
function AtHand({ phase, roomy }: { readonly phase: (typeof PHASES)[number]['id']; readonly roomy: boolean }) {
  const { steps, alone: apart, line } = useText();
  const { session } = useCloth();
  const page = usePage();
  const { hidden, alone } = useRunning();
  const { begin, busy } = useIndividuals();
  const leads = useLeads();
  const said = (words: string) => (roomy ? words : <span className="visually-hidden">{words}</span>);
  if (phase === 'alone' && leads) {
    const [icon, words, run] = alone
      ? ([Undo2, apart.callBack, () => session.setSession({ alone: false })] as const)
      : ([User, apart.short, begin] as const);
    return (
      <>
        <Button icon={icon} disabled={busy} onClick={run}>
          {said(busy ? apart.beginning : words)}
        </Button>
        <Button
          icon={hidden ? Eye : EyeOff}
          aria-pressed={hidden}
          onClick={() => session.setSession({ hidden: !hidden })}
        >
          {said(hidden ? steps.reveal : steps.hide)}
        </Button>
      </>
    );
  }
  if (phase === 'exchange' && leads) {
    return (
      <Button icon={Layers2} onClick={() => page.openSide('together')}>
        {said(apart.title)}
      </Button>
    );
  }
  return (
    <Button icon={CalendarRange} onClick={() => page.toggleSide('line')}>
      {said(line.title)}
    </Button>
  );
}

import { Menu } from '@base-ui/react/menu';
import { Footprints, type LucideIcon, PanelBottom, RotateCw, SquareCheck } from 'lucide-react';
import { useStore } from 'zustand';
import { useText } from '../../i18n/use-text.ts';
import { useCloth } from '../cloth-context.tsx';
import { toggleAsWritten } from '../walk/as-written.ts';
import { setLowBars } from './low-bars.ts';
import styles from './MainMenu.module.css';

/** Sends a shared screen round the table by itself, or has it stay. */
export function Stroll() {
  const { walk: text } = useText();
  const { view } = useCloth();
  const strolling = useStore(view, (state) => state.strolling);
  return (
    <Toggle icon={Footprints} on={strolling} hint={text.strollHint} onChange={(on) => view.setState({ strolling: on })}>
      {text.stroll}
    </Toggle>
  );
}

/** Turns everyone's words to their own edge, or upright again. */
export function AsWritten() {
  const { walk: text } = useText();
  const { session, view, device } = useCloth();
  const asWritten = useStore(view, (state) => state.asWritten);
  const turn = () => toggleAsWritten(view, device, session.id);
  return (
    <Toggle icon={RotateCw} on={asWritten} hint={text.asWrittenHint} onChange={turn}>
      {text.asWritten}
    </Toggle>
  );
}

/** Lays all bars along the lower edge, or round the cloth again. */
export function LowBars() {
  const { menu: text } = useText();
  const { view, device } = useCloth();
  const lowBars = useStore(view, (state) => state.lowBars);
  return (
    <Toggle icon={PanelBottom} on={lowBars} hint={text.lowBarsHint} onChange={(on) => setLowBars(view, device, on)}>
      {text.lowBars}
    </Toggle>
  );
}

interface ToggleProps {
  readonly icon: LucideIcon;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
  readonly hint: string;
  readonly children: string;
}

function Toggle({ icon: Off, on, onChange, hint, children }: ToggleProps) {
  const Icon = on ? SquareCheck : Off;
  return (
    <Menu.CheckboxItem className={styles.item} checked={on} closeOnClick onCheckedChange={onChange}>
      <Icon aria-hidden="true" size={19} strokeWidth={1.8} />
      <span>
        <span>{children}</span>
        <small aria-hidden="true">{hint}</small>
      </span>
    </Menu.CheckboxItem>
  );
}

import { Minus, Plus } from 'lucide-react';
import { useText } from '../../i18n/use-text.ts';
import { IconButton } from '../../look/Button.tsx';
import styles from './PrepareDialog.module.css';

interface StepperProps {
  readonly label: string;
  readonly value: number;
  readonly most: number;
  readonly onChange: (value: number) => void;
}

/** A small number, one more or less at a press. */
export function Stepper({ label, value, most, onChange }: StepperProps) {
  const { prepare: text } = useText();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend cannot stand beside its buttons.
    <div className={styles.stepper} role="group" aria-label={label}>
      <span>{label}</span>
      <IconButton
        kind="paper"
        icon={Minus}
        label={text.fewer}
        disabled={value === 0}
        onClick={() => onChange(Math.max(0, value - 1))}
      />
      <output>{value}</output>
      <IconButton
        kind="paper"
        icon={Plus}
        label={text.more}
        disabled={value === most}
        onClick={() => onChange(Math.min(most, value + 1))}
      />
    </div>
  );
}

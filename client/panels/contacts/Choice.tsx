import styles from './Contacts.module.css';

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  /** A word for none of them; without it, pressing the chosen one again lets it go. */
  readonly none?: string;
  readonly value: T | null;
  readonly onChoose: (value: T | null) => void;
}

/** A few words side by side of which at most one holds. */
export function Choice<T extends string>({ label, options, none, value, onChoose }: ChoiceProps<T>) {
  const all = none === undefined ? options : [{ value: null, label: none }, ...options];
  return (
    <fieldset className={styles.choice}>
      <legend>{label}</legend>
      <div>
        {all.map((option) => (
          <button
            key={option.label}
            type="button"
            aria-pressed={option.value === value}
            onClick={() => onChoose(option.value === value && none === undefined ? null : option.value)}
          >
            {option.label}
          </button>
        ))}
      </div>
    </fieldset>
  );
}

import classes from './choice.module.css';

interface Option<Value extends string> {
  value: Value;
  label: string;
  /** In full, beginning with the label, where that alone says too little. */
  name?: string;
}

interface Props<Value extends string> {
  /** What is chosen: 'Sort by'. */
  label: string;
  /** Null while nothing is chosen yet. */
  value: NoInfer<Value> | null;
  options: readonly Option<Value>[];
  onChange: (value: Value) => void;
}

/** A few views of the same thing, side by side. */
export function Choice<Value extends string>({ label, value, options, onChange }: Props<Value>) {
  return (
    <div className={classes.choice} role="group" aria-label={label}>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          aria-pressed={option.value === value}
          aria-label={option.name}
          title={option.name}
          onClick={() => onChange(option.value)}
        >
          {option.label}
        </button>
      ))}
    </div>
  );
}

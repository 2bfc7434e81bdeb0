import type { ComponentProps } from 'react';

interface GroupProps extends ComponentProps<'div'> {
  readonly label: string;
}

/** Buttons that belong together, with a name for all of them. Not a toolbar: Tab goes from each to the next, arrows do not. */
export function Group({ label, ...rest }: GroupProps) {
  // biome-ignore lint/a11y/useSemanticElements: a fieldset is laid out in a manner of its own.
  return <div role="group" aria-label={label} {...rest} />;
}

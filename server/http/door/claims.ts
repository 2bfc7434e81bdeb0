import type { AllowedClaim } from '../../core/door-settings.ts';

/** What a value is that can be compared with a setting. */
const SAID: ReadonlySet<string> = new Set(['string', 'number', 'boolean']);

export type Claims = Readonly<Record<string, unknown>>;

/** Which of the rules says nothing yet, because the claim it is about is not there. */
export function isUnsaid(claims: Claims, rules: readonly AllowedClaim[]): boolean {
  return rules.some(({ claim }) => !Object.hasOwn(claims, claim));
}

/** Whether what is said of somebody fits every rule; lists count as holding each of their values. */
export function isAllowed(claims: Claims, rules: readonly AllowedClaim[]): boolean {
  return rules.every(({ claim, values }) => {
    const said = Object.hasOwn(claims, claim) ? claims[claim] : undefined;
    const each: readonly unknown[] = Array.isArray(said) ? said : [said];
    return each.some((value) => SAID.has(typeof value) && values.includes(String(value)));
  });
}

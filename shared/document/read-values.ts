/** Values of a document as what they should be, or null: whoever wrote them, reading them never throws. */

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

export function finite(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

export function positive(value: unknown): number | null {
  const number = finite(value);
  return number !== null && number > 0 ? number : null;
}

export function time(value: unknown): number | null {
  const number = finite(value);
  return number !== null && number >= 0 && number <= Number.MAX_SAFE_INTEGER ? number : null;
}

export function oneOf<const T extends string>(allowed: readonly T[], value: unknown): T | null {
  return allowed.find((candidate) => candidate === value) ?? null;
}

/** `texts` with those of `others` in their places, at any depth: what only one of the two says is said too. */
export function over<T extends object, O extends object>(texts: T, others: O): T & O {
  const changed = Object.entries(others).map(([key, other]) => {
    const text: unknown = Reflect.get(texts, key);
    return [key, isSection(text) && isSection(other) ? over(text, other) : other];
  });
  return { ...texts, ...Object.fromEntries(changed) };
}

function isSection(text: unknown): text is object {
  return typeof text === 'object' && text !== null && !Array.isArray(text);
}

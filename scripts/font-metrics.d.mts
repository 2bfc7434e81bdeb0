/** Where the generated table is kept. */
export const OUTPUT: URL;
/** The whole text of the generated file. Throws when the font's files are not installed. */
export function renderMetrics(): string;

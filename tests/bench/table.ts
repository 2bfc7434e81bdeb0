/** One line of a report: its cells, without the verdict's. */
export interface Row {
  readonly cells: readonly string[];
  /** Whether the target was met; null where there is none. */
  readonly met: boolean | null;
}

export interface Table {
  /** What the table is about, in a line or two. */
  readonly about: string;
  readonly head: readonly string[];
  readonly rows: readonly Row[];
}

/** A table in Markdown, with the verdicts in a last column of their own. */
export function markdown({ about, head, rows }: Table): string {
  const verdict = (met: boolean | null): string => (met === null ? '' : met ? 'met' : '**missed**');
  const lines = [
    [...head, ''],
    [...head, ''].map(() => '---'),
    ...rows.map(({ cells, met }) => [...cells, verdict(met)]),
  ];
  return [about, '', ...lines.map((cells) => `| ${cells.join(' | ')} |`)].join('\n');
}

/** A number with so many digits behind the point; a dash where nothing was measured. */
export function digits(value: number | undefined, behind: number): string {
  return Number.isFinite(value) ? Number(value).toFixed(behind) : '–';
}

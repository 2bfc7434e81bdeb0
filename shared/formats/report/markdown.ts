import { soundText } from '../../text/sound-text.ts';
import { contactTable } from './contact-list.ts';
import type { IngredientPart, Report } from './report.ts';
import { wordsOf } from './words.ts';

/** A report as Markdown (CommonMark, with tables as GitHub has them), for a wiki, a chat or a text editor. */
export function reportMarkdown(report: Report): string {
  const words = wordsOf(report.language);
  const blocks = [`# ${line(report.title)}`, `${words.of[report.of].kind} · ${line(report.date)}`];
  if (report.people.length > 0) blocks.push(report.people.map(line).join(', '));
  blocks.push(`## ${words.of[report.of].contents}`);
  for (const { name, positions, meant, ingredients, others } of report.connectors) {
    blocks.push(`### ${line(name)}${positions.length === 0 ? '' : ` (${positions.join(', ')})`}`);
    if (meant !== '') blocks.push(`*${words.meant}:* ${line(meant)}`);
    if (others.length > 0) {
      const tied = others.map((other) => line(other.name) + (other.expected ? ` (${words.expected})` : ''));
      blocks.push(`${words.through} ${tied.join(', ')}`);
    }
    if (ingredients.length > 0) blocks.push(list(ingredients, words.expected));
  }
  for (const { name, ingredients } of report.groups) blocks.push(`### ${name}`, list(ingredients, words.expected));
  if (report.questions !== null) {
    const asked = report.questions.map((question) => `- ${line(question)}`).join('\n');
    blocks.push(`## ${words.questions}`, asked || words.noQuestions);
  }
  if (report.contacts !== null) {
    const { name, head, rows } = contactTable(report.contacts, report.language);
    const row = (cells: readonly (string | number | boolean)[]) =>
      `| ${cells.map((cell) => line(String(cell))).join(' | ')} |`;
    blocks.push(`## ${name}`, [row(head), `|${head.map(() => ' --- |').join('')}`, ...rows.map(row)].join('\n'));
  }
  return `${blocks.join('\n\n')}\n`;
}

function list(parts: readonly IngredientPart[], expectedWord: string): string {
  return parts
    .map(({ words, place, meant, expected }) => {
      const where = [place, ...(expected ? [expectedWord] : [])].map(line).join(', ');
      return `- ${line(words)} (${where})${meant === '' ? '' : `: ${line(meant)}`}`;
    })
    .join('\n');
}

/** Words on one line in which nothing is a sign of Markdown or of HTML, and which begin no list, heading or quotation. */
function line(text: string): string {
  return soundText(text)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>|~&]/g, '\\$&')
    .replace(/^[#+=-]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2');
}

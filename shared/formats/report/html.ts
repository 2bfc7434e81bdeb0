import { xmlText } from '../../text/xml-text.ts';
import type { Contact } from './contact-list.ts';
import type { ConnectorPart, IngredientPart, Report } from './report.ts';
import { type ReportWords, wordsOf } from './words.ts';

/** Paper, ink and space of the report, on a screen and in print: nothing is fetched, so it looks the same in a mail. */
const STYLE = `
:root { color-scheme: only light; }
body { margin: 0 auto; max-width: 46rem; padding: 2.5rem 1.5rem 4rem; background: #fffdf8; color: #2a2723;
  font: 1rem/1.5 Figtree, "Segoe UI", system-ui, sans-serif; overflow-wrap: anywhere; }
header p { margin: 0; color: #6f675c; }
h1 { margin: .1em 0; font-size: 2.2rem; line-height: 1.15; }
h2 { margin: 2.2em 0 .6em; padding-bottom: .25em; border-bottom: 2px solid #b3341f; font-size: 1.3rem; }
h3 { margin: 1.3em 0 .2em; font-size: 1.05rem; }
figure { margin: 1.6rem 0; } figure img { width: 100%; height: auto; }
figcaption, .place, .meant { color: #6f675c; font-size: .9em; }
.position { display: inline-block; margin-inline-start: .4em; padding: 0 .55em; border: 1px solid #d8cfc0; border-radius: 1em; font-size: .85rem; font-weight: 400; }
ul { margin: .2em 0; padding-inline-start: 1.2em; } p { margin: .3em 0; }
table { width: 100%; border-collapse: collapse; font-size: .92rem; }
th, td { padding: .45em .6em; border-bottom: 1px solid #d8cfc0; text-align: start; vertical-align: top; } th { color: #6f675c; font-weight: 600; }
td.words { white-space: pre-line; }
@page { margin: 16mm; } @media print { body { max-width: none; padding: 0; background: none; } section, h3, li, tr { break-inside: avoid; } h2, h3 { break-after: avoid; } }
`;

interface HtmlOptions {
  /** The picture of the cloth as an address, best a `data:` one, so that the report is one file. */
  readonly picture?: string;
}

/** A report as one HTML page that opens in any browser, word processor or mail; prints on one to three pages. */
export function reportHtml(report: Report, { picture }: HtmlOptions = {}): string {
  const words = wordsOf(report.language);
  const title = xmlText(report.title);
  const people = report.people.length === 0 ? '' : `<p>${xmlText(report.people.join(', '))}</p>`;
  const figure = picture
    ? `<figure><img src="${xmlText(picture)}" alt="${title}"><figcaption>${words.of[report.of].picture}</figcaption></figure>`
    : '';
  return `<!doctype html>
<html lang="${report.language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${STYLE}</style></head>
<body>
<header><p>${words.of[report.of].kind} · ${xmlText(report.date)}</p><h1>${title}</h1>${people}</header>
<main>
${figure}
<h2>${words.of[report.of].contents}</h2>
${report.connectors.map((part) => connectorHtml(part, words)).join('\n')}
${report.groups.map(({ name, ingredients }) => `<section><h3>${name}</h3>${ingredientsHtml(ingredients, words)}</section>`).join('\n')}
${report.questions === null ? '' : questionsHtml(report.questions, words)}
${report.contacts === null ? '' : contactsHtml(report.contacts, words)}
</main>
</body>
</html>
`;
}

function questionsHtml(questions: readonly string[], words: ReportWords): string {
  const asked = questions.map((question) => `<li>${xmlText(question)}</li>`).join('');
  return `<h2>${words.questions}</h2>\n${asked === '' ? `<p>${words.noQuestions}</p>` : `<ul>${asked}</ul>`}`;
}

function connectorHtml({ name, positions, meant, ingredients, others }: ConnectorPart, words: ReportWords): string {
  const badges = positions.map((position) => `<span class="position">${position}</span>`).join('');
  const tied = others.map((other) => xmlText(other.name) + (other.expected ? ` (${words.expected})` : ''));
  return `<section><h3>${xmlText(name)}${badges}</h3>${meantHtml(meant)}${
    tied.length === 0 ? '' : `<p class="place">${words.through} ${tied.join(', ')}</p>`
  }${ingredientsHtml(ingredients, words)}</section>`;
}

function ingredientsHtml(parts: readonly IngredientPart[], words: ReportWords): string {
  if (parts.length === 0) return '';
  const rows = parts.map(
    ({ words: said, place, meant, expected }) =>
      `<li>${xmlText(said)} <span class="place">${xmlText(place)}${expected ? `, ${words.expected}` : ''}</span>${meantHtml(meant)}</li>`,
  );
  return `<ul>${rows.join('')}</ul>`;
}

function meantHtml(meant: string): string {
  return meant === '' ? '' : `<p class="meant">${xmlText(meant)}</p>`;
}

function contactsHtml(contacts: readonly Contact[], { contacts: words }: ReportWords): string {
  const { columns } = words;
  const head = [columns.whom, columns.who, columns.when, columns.story];
  const rows = contacts.map(({ whom, who, together, when, state, story }) => {
    const company =
      together.length === 0 ? '' : `<br><small>${columns.together} ${xmlText(together.join(', '))}</small>`;
    const day = [xmlText(when), state].filter((part) => part !== '').join('<br>');
    return `<tr><td>${xmlText(whom)}${company}</td><td>${xmlText(who)}</td><td>${day}</td><td class="words">${xmlText(story)}</td></tr>`;
  });
  return `<h2>${words.title}</h2>
<table><thead><tr>${head.map((name) => `<th scope="col">${name}</th>`).join('')}</tr></thead><tbody>
${rows.join('\n')}
</tbody></table>`;
}

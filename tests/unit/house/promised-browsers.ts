import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import ts from 'typescript-parser';
import type { SourceFile } from './source-files.ts';

/** The oldest browsers that docs/browsers.md promises to serve, by their names in MDN's data. */
export const PROMISED = { safari: '16.0', safari_ios: '16.0', firefox: '115', chrome: '109', edge: '109' } as const;

/** A use of something that one of those browsers lacks. */
export interface TooNew {
  readonly path: string;
  /** Its name in MDN's data: `api.Element.checkVisibility`, `css.selectors.has`. */
  readonly feature: string;
}

interface Statement {
  readonly version_added?: string | boolean | null;
  readonly version_removed?: string | boolean | null;
  readonly flags?: readonly unknown[];
}

interface Entry {
  readonly __compat?: { readonly support: Readonly<Record<string, Statement | readonly Statement[]>> };
  readonly [part: string]: Entry | undefined | object;
}

const data = JSON.parse(
  readFileSync(createRequire(import.meta.url).resolve('@mdn/browser-compat-data'), 'utf8'),
) as Readonly<Record<'api' | 'css' | 'html' | 'javascript', Entry>>;

/** What lies on this path of the data, or null. */
function entryOf(...path: readonly string[]): Entry | null {
  let at: Entry | undefined = data as unknown as Entry;
  for (const part of path) at = at && Object.hasOwn(at, part) ? (at[part] as Entry) : undefined;
  return at ?? null;
}

/** Whether every promised browser has it; what the data do not know of is taken to be there. */
function isThere(entry: Entry | null): boolean {
  const support = entry?.__compat?.support;
  if (!support) return true;
  return Object.entries(PROMISED).every(([browser, oldest]) => {
    const statements = [support[browser] ?? []].flat();
    if (statements.length === 0) return true;
    return statements.some(({ version_added: since, version_removed: until, flags }) => {
      if (typeof since !== 'string' || flags) return false;
      return isAtLeast(oldest, since) && !(typeof until === 'string' && isAtLeast(oldest, until));
    });
  });
}

function isAtLeast(version: string, least: string): boolean {
  if (least === 'preview') return false;
  const [a, b] = [version, least.replace('≤', '')].map((each) => each.split('.').map(Number));
  const [major = 0, minor = 0] = a ?? [];
  const [leastMajor = 0, leastMinor = 0] = b ?? [];
  return major > leastMajor || (major === leastMajor && minor >= leastMinor);
}

const builtins = data.javascript.builtins as Entry;

/** Every member of an interface or a built-in object by its name, with all those that have one of that name. */
const members = new Map<string, string[][]>();
for (const [root, owners] of [
  [['api'], data.api],
  [['javascript', 'builtins'], builtins],
] as const) {
  for (const [owner, entry] of Object.entries(owners)) {
    for (const name of Object.keys(entry as Entry)) {
      if (name === '__compat' || /_(static|event)$/.test(name)) continue;
      members.set(name, [...(members.get(name) ?? []), [...root, owner, name]]);
    }
  }
}

/** Names that the project gives to properties of its own: those tell nothing of what a browser has. */
export function ownNames(sources: readonly ts.SourceFile[]): Set<string> {
  const own = new Set<string>();
  const look = (node: ts.Node): void => {
    if (
      ts.isPropertySignature(node) ||
      ts.isPropertyDeclaration(node) ||
      ts.isMethodDeclaration(node) ||
      ts.isMethodSignature(node) ||
      ts.isGetAccessor(node) ||
      ts.isPropertyAssignment(node) ||
      ts.isShorthandPropertyAssignment(node)
    ) {
      own.add(node.name.getText());
    }
    ts.forEachChild(node, look);
  };
  for (const source of sources) look(source);
  return own;
}

export function parsed({ path, text }: SourceFile): ts.SourceFile {
  return ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
}

/** What a script uses that is too new: globals, what hangs on them, methods by their name, attributes and regular expressions. */
export function tooNewInScript(source: ts.SourceFile, own: ReadonlySet<string>): TooNew[] {
  const found = new Set<string>();
  const imported = importedNames(source);
  const ask = (...path: readonly string[]) => {
    if (!isThere(entryOf(...path))) found.add(path.join('.'));
  };
  const askGlobal = (name: string) => {
    ask('api', name);
    ask('javascript', 'builtins', name);
  };
  const look = (node: ts.Node): void => {
    if (ts.isTypeNode(node)) return;
    if (ts.isPropertyAccessExpression(node)) askMember(node);
    if (ts.isNewExpression(node) && ts.isIdentifier(node.expression)) askGlobal(node.expression.text);
    if (ts.isRegularExpressionLiteral(node)) askPattern(node.text);
    if (ts.isNewExpression(node) && node.expression.getText() === 'RegExp') {
      askPattern(`/${node.arguments?.[0]?.getText() ?? ''}/${node.arguments?.[1]?.getText().replace(/\W/g, '') ?? ''}`);
    }
    if (ts.isJsxAttribute(node) && isOfHtml(node)) ask('html', 'global_attributes', node.name.getText().toLowerCase());
    ts.forEachChild(node, look);
  };
  const askMember = ({ expression, name: { text: name } }: ts.PropertyAccessExpression) => {
    if (ts.isIdentifier(expression)) {
      const owner = expression.text;
      const [inApi, builtIn] = [entryOf('api', owner), entryOf('javascript', 'builtins', owner)];
      if (inApi || builtIn) {
        askGlobal(owner);
        ask('api', owner, `${name}_static`);
        ask('javascript', 'builtins', owner, name);
        return;
      }
    }
    if (own.has(name) || (ts.isIdentifier(expression) && imported.has(expression.text))) return;
    const candidates = members.get(name) ?? [];
    if (candidates.length > 0 && candidates.every((path) => !isThere(entryOf(...path)))) {
      found.add((candidates[0] ?? []).join('.'));
    }
  };
  const askPattern = (pattern: string) => {
    const flags = pattern.slice(pattern.lastIndexOf('/') + 1);
    if (/\(\?<[=!]/.test(pattern)) ask('javascript', 'regular_expressions', 'lookbehind_assertion');
    if (/\(\?[ims]*-?[ims]+:/.test(pattern)) ask('javascript', 'regular_expressions', 'modifier');
    if (flags.includes('v')) ask('javascript', 'builtins', 'RegExp', 'unicodeSets');
  };
  look(source);
  return [...found].map((feature) => ({ path: source.fileName, feature }));
}

/** The names under which a file has what it imports: a package's functions, a style sheet's classes. */
function importedNames(source: ts.SourceFile): Set<string> {
  const names = new Set<string>();
  for (const statement of source.statements) {
    if (!ts.isImportDeclaration(statement)) continue;
    const { name, namedBindings } = statement.importClause ?? {};
    if (name) names.add(name.text);
    if (namedBindings && ts.isNamespaceImport(namedBindings)) names.add(namedBindings.name.text);
    else for (const element of namedBindings?.elements ?? []) names.add(element.name.text);
  }
  return names;
}

/** Whether an attribute stands on an element of HTML: on a component it means what that component says. */
function isOfHtml({ parent }: ts.JsxAttribute): boolean {
  return /^[a-z]/.test(parent.parent.tagName.getText());
}

/** Units that are newer than others, and where the data speak of them. */
const UNITS: readonly (readonly [RegExp, string])[] = [
  [/\d(?:dv|sv|lv)(?:h|w|i|b|min|max)\b/, 'viewport_percentage_units_dynamic'],
  [/\dcq(?:w|h|i|b|min|max)\b/, 'container_query_length_units'],
  [/\d(?:lh|rlh|cap|rcap|ic|ric)\b/, 'lh'],
];

/**
 * What a style sheet uses that is too new: properties and their values, functions, units, selectors and at-rules. What stands
 * in `@supports`, or after an older value of the same property, has its fallback there.
 */
export function tooNewInStyle({ path, text }: SourceFile): TooNew[] {
  const found = new Set<string>();
  const ask = (...at: readonly string[]): boolean => {
    const there = isThere(entryOf('css', ...at));
    if (!there) found.add(['css', ...at].join('.'));
    return there;
  };
  /** For each block that is open: whether it is under `@supports`, and which properties it has had. */
  const open: { readonly tried: boolean; readonly had: Set<string> }[] = [];
  const askDeclaration = (property: string, value: string) => {
    const block = open.at(-1);
    const hasOlder = [...(block?.had ?? [])].some((had) => property === had || property.startsWith(`${had}-`));
    // With a variable in it a value is taken for good before it is read: then what was said before is gone.
    if (block?.tried || property.startsWith('-') || (hasOlder && !value.includes('var('))) return;
    block?.had.add(property);
    ask('properties', property);
    for (const [, keyword = ''] of value.matchAll(/(?<![\w-])([a-z][a-z-]+)(?![\w(-])/g)) {
      ask('properties', property, keyword);
    }
    for (const [, name = ''] of value.matchAll(/([a-z][a-z-]+)\(/g)) {
      ask('types', name);
      ask('types', 'color', name);
    }
    for (const [unit, name] of UNITS) if (unit.test(value)) ask('types', 'length', name);
  };
  let rest = '';
  for (const piece of text.replace(/\/\*[\s\S]*?\*\//g, '').split(/([{};])/)) {
    if (piece === '{') {
      const rule = /^@(?:-\w+-)?([a-z-]+)/.exec(rest.trim())?.[1];
      if (rule) ask('at-rules', rule);
      else for (const [, name = ''] of rest.matchAll(/::?([a-z][a-z-]+)/g)) ask('selectors', name);
      open.push({ tried: rule === 'supports' || open.at(-1)?.tried === true, had: new Set() });
    } else if (piece === '}' || piece === ';') {
      const [, property = '', value = ''] = /^\s*([a-z-]+)\s*:([\s\S]*)$/.exec(rest) ?? [];
      if (property) askDeclaration(property, value);
      if (piece === '}') open.pop();
    }
    rest = /^[{};]$/.test(piece) ? '' : piece;
  }
  return [...found].map((feature) => ({ path, feature }));
}

import ts from 'typescript-parser';
import { expect, test } from 'vitest';
import { type SourceFile, sourceFiles } from './source-files.ts';

/**
 * A browser that translates a page takes each text out of the page and puts its own elements in that place. What React then
 * says to that text reaches nobody, and taking it away breaks the page off. Words that are all their element holds are safe:
 * React writes those anew into the element. So no words stand beside something else.
 */

/** Where what stands beside others is handed in, and is never words: those who hand it in are found by this rule themselves. */
const HANDED_IN = new Set(['children', 'above', 'middle', 'ledge', 'meanwhile']);

type Child = ts.JsxChild;

/** Whether this is an element for sure, or nothing. */
function isElement(node: ts.Expression): boolean {
  if (ts.isParenthesizedExpression(node)) return isElement(node.expression);
  if (ts.isJsxElement(node) || ts.isJsxSelfClosingElement(node) || ts.isJsxFragment(node)) return true;
  if (node.kind === ts.SyntaxKind.NullKeyword || ts.isIdentifier(node)) {
    return node.kind === ts.SyntaxKind.NullKeyword || HANDED_IN.has(node.getText());
  }
  // Words that are handed in get an element of their own there.
  if (node.getText().startsWith("typeof children === 'string' ? <span>{children}</span>")) return true;
  if (ts.isConditionalExpression(node)) return isElement(node.whenTrue) && isElement(node.whenFalse);
  if (ts.isBinaryExpression(node)) return isElement(node.right);
  if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
    const [each] = node.arguments;
    return /^(map|flatMap)$/.test(node.expression.name.text) && each !== undefined && givesElements(each);
  }
  return false;
}

function givesElements(each: ts.Expression): boolean {
  if (!ts.isArrowFunction(each)) return false;
  if (!ts.isBlock(each.body)) return isElement(each.body);
  return each.body.statements.every(
    (statement) => !ts.isReturnStatement(statement) || (statement.expression ? isElement(statement.expression) : true),
  );
}

const isBlank = (child: Child) =>
  (ts.isJsxText(child) && child.containsOnlyTriviaWhiteSpaces) || (ts.isJsxExpression(child) && !child.expression);

/** Whether it may be words. A blank between two elements is none: no browser translates it. */
function mayBeWords(child: Child): boolean {
  if (ts.isJsxText(child)) return child.text.trim() !== '';
  if (child.getText() === "{' '}") return false;
  return ts.isJsxExpression(child) && child.expression !== undefined && !isElement(child.expression);
}

/** Words that share their element with something else, with the line they are on. */
function wordsBesideOthers({ path, text }: SourceFile): string[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isJsxElement(node) || ts.isJsxFragment(node)) {
      const children = node.children.filter((child) => !isBlank(child));
      // What stands in a fragment stands beside whatever stands round that.
      if (children.length > 1 || ts.isJsxFragment(node)) {
        for (const child of children.filter(mayBeWords)) {
          const { line } = file.getLineAndCharacterOfPosition(child.getStart());
          found.push(`${path}:${line + 1} ${child.getText().trim().slice(0, 60)}`);
        }
      }
    }
    ts.forEachChild(node, look);
  };
  look(file);
  return found;
}

test('words have an element of their own, so that a page that is translated goes on', () => {
  const found = sourceFiles(/\.tsx$/, 'client').flatMap(wordsBesideOthers);
  expect(found.join('\n')).toBe('');
});

test.each([
  ['<p>{icon && <Icon />}words</p>', 1],
  ['<p>{a} {b}</p>', 2],
  ['<>{words}</>', 1],
  ['<p>{name ? <b>{name}</b> : words}<i /></p>', 1],
  ['<p>{`words`}</p>', 0],
  ['<p><Icon /><span>{words}</span>{list.map((each) => <i key={each}>{each}</i>)}</p>', 0],
])('the rule itself: %s', (text, times) => {
  expect(wordsBesideOthers({ path: 'client/x.tsx', text: `const x = ${text};` })).toHaveLength(times);
});

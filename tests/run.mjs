/** `npm test`: the whole test suite in one command; see tests/support/run-all.ts. Arguments go on to vitest. */
process.argv.splice(2, 0, 'tests/support/run-all.ts');
await import('../scripts/ts.mjs');

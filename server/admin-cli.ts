import { runAdmin } from './app/admin.ts';

// What it writes is for the operator alone.
process.umask(0o077);
const { code, said } = await runAdmin(process.argv.slice(2), process.env);
(code === 0 ? console.log : console.error)(said);
process.exitCode = code;

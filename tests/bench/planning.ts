import { parseArgs } from 'node:util';
import { createExecution } from '@thegither/execution';
import { LIMITS, createAdmission, type Admission, type Limits } from '@thegither/gateway';
import { publish } from '@thegither/supergraph';
import { parse, validate } from 'graphql';
import { readSources } from './house/schemas.ts';
import { formsOf, type Form } from './planning/questions.ts';

// For how long one question that was never asked before keeps the gateway's one thread: how that grows with its form, and
// what the longest takes of those that are let in. `--sizes 1,8,50` for the first.

const { sizes: said } = parseArgs({ options: { sizes: { type: 'string', default: '1,2,4,8,16' } } }).values;
const sizes = said.split(',').map(Number);
const RUNS = 7;

const execution = createExecution(publish(readSources('http://subgraphs.invalid')));
const forms = formsOf(execution.schema);
const LET_IN = createAdmission(execution.schema, LIMITS);
const UNLIMITED: Limits = { ...LIMITS, tokens: Infinity, fields: Infinity, roots: Infinity, people: Infinity, aliases: Infinity, comparisons: Infinity };
const VARIABLES = { id: 'x', input: { key: 'x', person: 'x', categories: ['CONDITIONS'], recipient: { agency: 'fife-works' } } };
let salt = 0;

/** Processor time of all that a gateway does with a new question before it asks anybody, in milliseconds: other programs do not change it. Collecting garbage and compiling beside it are counted. */
function spentOn(query: string, admit: Admission): number {
  const before = process.cpuUsage();
  admit({ query });
  const document = parse(query);
  const [wrong] = validate(execution.schema, document);
  if (wrong) throw wrong;
  execution.analyse(document, undefined, VARIABLES);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function middleSpent(form: Form, size: number, limits: Limits): number {
  const spent = Array.from({ length: RUNS }, () => spentOn(form.question(size, ++salt), createAdmission(execution.schema, limits)));
  return spent.toSorted((a, b) => a - b)[RUNS >> 1]!;
}

/** The largest question of a form that is let in. */
function largest({ question }: Form): number {
  const isLetIn = (size: number): boolean => {
    try {
      LET_IN({ query: question(size, ++salt) });
      return true;
    } catch {
      return false;
    }
  };
  let size = 1;
  while (isLetIn(size + 1)) size++;
  return size;
}

const line = (...cells: readonly (string | number)[]) => process.stdout.write(`| ${cells.join(' | ')} |\n`);

for (const form of forms) middleSpent(form, 2, UNLIMITED);
line('CPU ms, so many at a time', ...sizes, 'let in', 'and that takes');
line('--', ...sizes.map(() => '--:'), '--:', '--:');
for (const form of forms) {
  const most = largest(form);
  line(form.title, ...sizes.map((size) => middleSpent(form, size, UNLIMITED).toFixed(0)), most, middleSpent(form, most, LIMITS).toFixed(0));
}

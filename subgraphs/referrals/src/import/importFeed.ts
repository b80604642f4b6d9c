import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient, type Prisma } from '../generated/prisma/client.ts';
import { writeReference } from '../reference/writeReference.ts';
import { checkFeed, type CheckedFeed } from './checkFeed.ts';
import { readKnown } from './known.ts';
import { planOf, type Plan, type Standing } from './plan.ts';
import { readFeed } from './readFeed.ts';
import type { Report } from './report.ts';
import { write } from './write.ts';

/** What is imported, where to, and on which day. */
export interface Import {
  readonly databaseUrl: string;
  /** A file, a folder or a web address. */
  readonly from: string;
  /** The day (YYYY-MM-DD) that a service is withdrawn on which its feed names no more. */
  readonly today: string;
  /** Do everything and then leave nothing behind. */
  readonly trial?: boolean;
}

/** One importer at a time: two would each withdraw what the other brings. The number is nobody else's. */
const LOCK = 7_057_301;

/** A large feed takes its time; a minute without an answer is an outage. */
const PATIENCE = { maxWait: 60_000, timeout: 600_000 } as const;

/**
 * Brings a feed of services into the directory: read, check, plan, write. Everything is read and looked at before
 * anything is written, and it is written in one transaction: all of it or nothing. The same feed again changes nothing.
 * @throws HouseError INVALID_INPUT when the feed as a whole cannot be taken
 */
export async function importFeed({ databaseUrl, from, today, trial = false }: Import): Promise<Report> {
  const raw = await readFeed(from);
  const db = new PrismaClient({ adapter: new PrismaPg({ connectionString: databaseUrl, max: 2 }), transactionOptions: PATIENCE });
  try {
    return await db.$transaction(async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(${LOCK})`;
      await writeReference(tx);
      const feed = checkFeed(raw, await readKnown(tx));
      const plan = planOf(feed, await readStanding(tx, feed));
      await write(tx, feed.name, plan, new Date(today));
      if (trial) throw new TrialOver(reportOf(feed, plan, false));
      return reportOf(feed, plan, true);
    });
  } catch (cause) {
    if (cause instanceof TrialOver) return cause.report;
    throw cause;
  } finally {
    await db.$disconnect();
  }
}

/** Thrown at the end of a trial, so that everything was tried and the transaction leaves nothing behind. */
class TrialOver extends Error {
  readonly report: Report;
  constructor(report: Report) {
    super('a trial');
    this.report = report;
  }
}

async function readStanding(db: Prisma.TransactionClient, { name, services }: CheckedFeed): Promise<Standing[]> {
  const rows = await db.service.findMany({
    where: { OR: [{ feed: name }, { id: { in: services.map(({ id }) => id) } }] }, select: { id: true, feed: true, digest: true, tells: true, withdrawnOn: true }, orderBy: { id: 'asc' },
  });
  return rows.map(({ withdrawnOn, ...row }) => ({ ...row, withdrawn: withdrawnOn !== null }));
}

const reportOf = ({ name, read }: CheckedFeed, { added, changed, unchanged, withdrawn, warned, refused }: Plan, written: boolean): Report =>
  ({ feed: name, read, added: added.length, changed: changed.length, unchanged, withdrawn: withdrawn.length, warned, refused, written });

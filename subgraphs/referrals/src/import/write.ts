import type { Prisma } from '../generated/prisma/client.ts';
import { ALWAYS, UNKNOWN, readTells } from '../tells.ts';
import type { CheckedService } from './checked.ts';
import type { Plan, ToWrite } from './plan.ts';

const AT_ONCE = 500;

/**
 * Writes what was planned, in the transaction that it is given: all of it or nothing. A withdrawn service stays, with its
 * day. Referrals to a service that tells more than before get the label first, so that no moment shows them with less.
 */
export async function write(db: Prisma.TransactionClient, feed: string, { added, changed, withdrawn }: Plan, today: Date): Promise<void> {
  await writeOrganisations(db, feed, [...added, ...changed]);
  for (const some of chunks(added)) await db.service.createMany({ data: some.map(({ service, digest }) => ({ ...columns(service), id: service.id, feed, digest })) });
  for (const { service, digest } of changed) {
    await addLabels(db, service);
    await db.service.update({ where: { id: service.id }, data: { ...columns(service), digest, withdrawnOn: null } });
    await takeUnknownAway(db, service);
  }
  for (const some of chunks(changed)) await clearBelow(db, some.map(({ service }) => service.id));
  for (const some of chunks([...added, ...changed])) await writeBelow(db, some);
  for (const some of chunks(withdrawn)) await db.service.updateMany({ where: { id: { in: [...some] }, feed }, data: { withdrawnOn: today } });
}

/** Before the service tells more, its referrals say so. */
async function addLabels(db: Prisma.TransactionClient, { id, tells }: CheckedService): Promise<void> {
  for (const label of readTells(tells).filter((category) => category !== ALWAYS)) {
    await db.referral.updateMany({ where: { serviceId: id, NOT: { labels: { has: label } } }, data: { labels: { push: label } } });
  }
}

/** Once it is known what a service tells, its referrals are no longer withheld because nobody could say. */
async function takeUnknownAway(db: Prisma.TransactionClient, { id, tells }: CheckedService): Promise<void> {
  if (readTells(tells).includes(UNKNOWN)) return;
  await db.$executeRaw`UPDATE "Referral" SET "labels" = array_remove("labels", ${UNKNOWN}) WHERE "serviceId" = ${id} AND ${UNKNOWN} = ANY ("labels")`;
}

/** An organisation is its first feed's; of two that a feed says differently the last stands. */
async function writeOrganisations(db: Prisma.TransactionClient, feed: string, services: readonly ToWrite[]): Promise<void> {
  const organisations = new Map(services.map(({ service: { organisation } }) => [organisation.id, organisation]));
  for (const some of chunks([...organisations.values()])) {
    await db.organisation.createMany({ data: some.map((one) => ({ ...one, feed })), skipDuplicates: true });
  }
  for (const { id, ...organisation } of organisations.values()) await db.organisation.updateMany({ where: { id, feed }, data: organisation });
}

function columns({ id: _id, organisation, locations: _locations, schedules: _schedules, costs: _costs, terms: _terms, assuredOn, modifiedAt, needs, specialisms, councils, ...service }: CheckedService) {
  return {
    ...service, organisationId: organisation.id, needs: [...needs], specialisms: [...specialisms], councils: [...councils],
    assuredOn: assuredOn === null ? null : new Date(assuredOn), modifiedAt: modifiedAt === null ? null : new Date(modifiedAt),
  };
}

async function clearBelow(db: Prisma.TransactionClient, services: string[]): Promise<void> {
  const where = { serviceId: { in: services } };
  await db.serviceLocation.deleteMany({ where });
  await db.serviceSchedule.deleteMany({ where });
  await db.serviceCost.deleteMany({ where });
  await db.serviceTerm.deleteMany({ where });
}

async function writeBelow(db: Prisma.TransactionClient, services: readonly ToWrite[]): Promise<void> {
  const of = <Row extends object>(rowsOf: (service: CheckedService) => readonly Row[]) =>
    services.flatMap(({ service }) => rowsOf(service).map((row, position) => ({ ...row, serviceId: service.id, position })));
  await db.serviceLocation.createMany({ data: of(({ locations }) => locations) });
  await db.serviceSchedule.createMany({ data: of(({ schedules }) => schedules.map(({ days, ...row }) => ({ ...dated(row), days: [...days] }))) });
  await db.serviceCost.createMany({ data: of(({ costs }) => costs.map(dated)) });
  await db.serviceTerm.createMany({ data: of(({ terms }) => terms) });
}

const dated = <Row extends { readonly validFrom: string | null; readonly validTo: string | null }>(row: Row) =>
  ({ ...row, validFrom: row.validFrom === null ? null : new Date(row.validFrom), validTo: row.validTo === null ? null : new Date(row.validTo) });

function* chunks<Item>(items: readonly Item[]): Generator<readonly Item[]> {
  for (let from = 0; from < items.length; from += AT_ONCE) yield items.slice(from, from + AT_ONCE);
}

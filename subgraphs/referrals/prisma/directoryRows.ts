import { SERVICES } from '@thegither/synthetic';
import type { Prisma } from '../src/generated/prisma/client.ts';
import { COUNCILS } from '../src/reference/councils.ts';

const slug = (name: string): string => name.toLowerCase().replaceAll(/[^a-z]+/g, '-');

const feed = 'demonstration';

/** The directory of the demonstration as rows. */
export function directoryRows(): {
  organisations: Prisma.OrganisationCreateManyInput[]; services: Prisma.ServiceCreateManyInput[]; locations: Prisma.ServiceLocationCreateManyInput[];
} {
  return {
    organisations: [...new Set(SERVICES.map(({ organisation }) => organisation))].map((name) => ({ id: slug(name), feed, name })),
    services: SERVICES.map(({ organisation, place: _place, area, needs, specialisms, ...row }) => ({
      ...row, feed, organisationId: slug(organisation), status: 'ACTIVE', needs: [...needs], specialisms: [...specialisms], digest: '',
      national: area === null, councils: area === null ? COUNCILS.map(({ code }) => code) : [area],
    })),
    locations: SERVICES.flatMap(({ id, area, place }) => (place ? [{ ...place, serviceId: id, position: 0, kind: 'PHYSICAL' as const, councilCode: area }] : [])),
  };
}

import { LIMITS } from './limits.ts';
import { checkAreas, checkLocations } from './checkPlaces.ts';
import { checkTerms } from './checkTerms.ts';
import { checkCosts, checkSchedules, weeksIn } from './checkTimes.ts';
import type { CheckedOrganisation, CheckedService } from './checked.ts';
import type { Known } from './known.ts';
import { Reader, Refused, type Said } from './reader.ts';
import type { RawService } from './readFeed.ts';
import type { Finding } from './report.ts';

/** What came of looking at one service. */
export interface Look {
  /** Undefined when it is refused. */
  readonly service: CheckedService | undefined;
  /** Its id as far as it can be read, also when it is refused. */
  readonly id: string | undefined;
  readonly warned: readonly Finding[];
  readonly refused: Finding | undefined;
}

/**
 * Looks at one service of a feed: takes what the house uses, leaves out with a warning what cannot be read, and refuses it
 * when without that part it would be nobody's, nowhere or for somebody else. Pure.
 * @see https://docs.openreferraluk.org (HSDS-UK 3.0, service)
 */
export function checkService({ where, said }: RawService, known: Known): Look {
  const warned: Finding[] = [];
  const reader = new Reader((field, why) => void warned.push({ where, field, why }));
  let id: string | undefined;
  try {
    const service = objectIn(said);
    id = reader.id(service['id'], 'id');
    return { service: serviceIn(service, id, known, reader), id, warned, refused: undefined };
  } catch (cause) {
    if (!(cause instanceof Refused)) throw cause;
    return { service: undefined, id, warned: [], refused: { where, field: cause.field, why: cause.message } };
  }
}

function objectIn(said: unknown): Said {
  if (typeof said !== 'object' || said === null || Array.isArray(said)) throw new Refused('', 'It is no service at all.');
  if (JSON.stringify(said).length > LIMITS.serviceChars) throw new Refused('', 'It is too large.');
  return said as Said;
}

function serviceIn(service: Said, id: string, known: Known, reader: Reader): CheckedService {
  const locations = checkLocations(service, known, reader);
  const waitTime = reader.line(service['wait_time'], 'wait_time');
  return {
    id, name: reader.must(service['name'], 'name', 'It has no name.'), status: statusIn(service), organisation: organisationIn(service, reader),
    summary: reader.text(service['description'], 'description'), website: reader.link(service['url'], 'url'), email: reader.email(service['email'], 'email'),
    fees: reader.text(service['fees'] ?? service['fees_description'], 'fees'), accreditations: reader.text(service['accreditations'], 'accreditations'),
    eligibility: reader.text(service['eligibility_description'], 'eligibility_description'), alert: reader.text(service['alert'], 'alert'),
    assuredOn: reader.day(service['assured_date'], 'assured_date'), modifiedAt: reader.moment(service['last_modified'], 'last_modified'),
    waitTime, waitWeeks: weeksIn(waitTime), ...agesIn(service, reader), ...checkAreas(service, locations, known, reader), ...checkTerms(service, known, reader),
    locations, schedules: checkSchedules(service, reader), costs: checkCosts(service, reader),
  };
}

const STATUS = { active: 'ACTIVE', inactive: 'INACTIVE', defunct: 'DEFUNCT', 'temporarily closed': 'TEMPORARILY_CLOSED' } as const;

function statusIn({ status }: Said): CheckedService['status'] {
  if (typeof status !== 'string' || !Object.hasOwn(STATUS, status)) throw new Refused('status', 'It does not say whether it is active, inactive, defunct or temporarily closed.');
  return STATUS[status as keyof typeof STATUS];
}

function organisationIn(service: Said, reader: Reader): CheckedOrganisation {
  const organisation = reader.object(service['organization'], 'organization');
  if (!organisation) throw new Refused('organization', 'Nobody offers it.');
  return {
    id: reader.id(organisation['id'], 'organization.id'), name: reader.must(organisation['name'], 'organization.name', 'Who offers it has no name.'),
    description: reader.text(organisation['description'], 'organization.description'), website: reader.link(organisation['website'], 'organization.website'),
    email: reader.email(organisation['email'], 'organization.email'),
  };
}

const OLDEST = 130;

function agesIn(service: Said, reader: Reader): Pick<CheckedService, 'minimumAge' | 'maximumAge'> {
  const minimumAge = reader.whole(service['minimum_age'], 'minimum_age', 0, OLDEST), maximumAge = reader.whole(service['maximum_age'], 'maximum_age', 0, OLDEST);
  if (minimumAge !== null && maximumAge !== null && minimumAge > maximumAge) throw new Refused('minimum_age', 'It is for nobody: the youngest age is over the oldest.');
  return { minimumAge, maximumAge };
}

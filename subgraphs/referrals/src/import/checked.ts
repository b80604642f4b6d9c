import type { PlaceKind, ServiceStatus, TermUse } from '../generated/prisma/client.ts';

/** Days as YYYY-MM-DD and moments as ISO text, so that the same feed is the same text. */
type Day = string;

/** Who offers a service. */
export interface CheckedOrganisation {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly website: string | null;
  readonly email: string | null;
}

/** Where a service is offered; coordinates in millionths of a degree. */
export interface CheckedLocation {
  readonly kind: PlaceKind;
  readonly name: string | null;
  readonly address: string | null;
  readonly town: string | null;
  readonly postcode: string | null;
  readonly councilCode: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly uprn: string | null;
  readonly access: string | null;
}

/** When it is open; minutes after midnight. */
export interface CheckedSchedule {
  readonly days: readonly string[];
  readonly opensAt: number | null;
  readonly closesAt: number | null;
  readonly validFrom: Day | null;
  readonly validTo: Day | null;
  readonly description: string | null;
}

/** What it costs. */
export interface CheckedCost {
  readonly option: string | null;
  readonly pence: number | null;
  readonly description: string | null;
  readonly validFrom: Day | null;
  readonly validTo: Day | null;
}

/** A word of a taxonomy that describes it. */
export interface CheckedTerm {
  readonly use: TermUse;
  readonly name: string;
  readonly taxonomy: string | null;
  readonly uri: string | null;
}

/** A service of a feed that can be taken: everything in it was looked at, and is as our tables hold it. */
export interface CheckedService {
  readonly id: string;
  readonly organisation: CheckedOrganisation;
  readonly name: string;
  readonly summary: string | null;
  readonly website: string | null;
  readonly email: string | null;
  readonly status: ServiceStatus;
  readonly fees: string | null;
  readonly accreditations: string | null;
  readonly minimumAge: number | null;
  readonly maximumAge: number | null;
  readonly eligibility: string | null;
  readonly alert: string | null;
  readonly assuredOn: Day | null;
  readonly modifiedAt: string | null;
  readonly waitTime: string | null;
  readonly waitWeeks: number | null;
  readonly needs: readonly string[];
  readonly specialisms: readonly string[];
  readonly councils: readonly string[];
  readonly national: boolean;
  /** The categories that being referred there tells, as `writeTells` writes them. */
  readonly tells: string;
  readonly locations: readonly CheckedLocation[];
  readonly schedules: readonly CheckedSchedule[];
  readonly costs: readonly CheckedCost[];
  readonly terms: readonly CheckedTerm[];
}

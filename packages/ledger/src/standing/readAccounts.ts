import { fromInt8, type Instant, type WorkerAsker } from '@thegither/consent';
import { rolesIn } from './parseFacts.ts';
import type { Db } from './readStanding.ts';
import { receives } from './standingSql.ts';

/** A worker's account as decisions know it, and as people do. */
export interface Account {
  readonly asker: WorkerAsker;
  readonly name: string;
  readonly agencyName: string;
  readonly teamName: string | null;
  /** How many accounts there are in the team and in the agency. */
  readonly inTeam: number;
  readonly inAgency: number;
}

interface Row {
  readonly id: string;
  readonly agency: string;
  readonly team: string | null;
  readonly roles: readonly (string | null)[] | null;
  readonly name: string;
  readonly agency_name: string;
  readonly team_name: string | null;
  readonly holds: string;
  readonly receives: string;
  readonly in_team: string;
  readonly in_agency: string;
}

/** Whose accounts: these workers, everybody in these teams, and, when it is said, whoever oversees. */
export interface Whose {
  readonly workers: readonly string[];
  readonly teams: readonly string[];
  readonly overseers: boolean;
}

/**
 * These accounts with what decides about them at an instant, by id. An account that cannot be read is not there: nothing is
 * decided for it, so nothing opens to it either.
 */
export async function readAccounts(db: Db, { workers, teams, overseers }: Whose, at: Instant): Promise<Account[]> {
  const { rows } = await db.query<Row>(
    `SELECT w.id, w.agency, w.team, w.roles, w.name, a.name AS agency_name, t.name AS team_name, a.holds::text,
            ${receives('moment.at')} AS receives,
            coalesce(teams.size, 0) AS in_team, agencies.size AS in_agency
       FROM (SELECT to_timestamp($4::float8 / 1000) AS at) AS moment, worker w JOIN agency a ON a.id = w.agency LEFT JOIN team t ON t.id = w.team
            JOIN (SELECT agency, count(*) AS size FROM worker GROUP BY agency) AS agencies ON agencies.agency = w.agency
            LEFT JOIN (SELECT team, count(*) AS size FROM worker GROUP BY team) AS teams ON teams.team = w.team
      WHERE w.id = ANY ($1::text[]) OR w.team = ANY ($2::text[]) OR ($3::boolean AND 'DATA_PROTECTION_LEAD' = ANY (w.roles))
      ORDER BY w.id`,
    [workers, teams, overseers, at],
  );
  return rows.flatMap(accountIn);
}

function accountIn(row: Row): Account[] {
  const roles = rolesIn(row.roles), agreed = fromInt8(row.receives), holds = fromInt8(row.holds);
  if (!roles || agreed === undefined || holds === undefined) return [];
  return [{
    asker: { kind: 'worker', worker: { worker: row.id, agency: row.agency, team: row.team, roles }, agreed, holds },
    name: row.name, agencyName: row.agency_name, teamName: row.team_name, inTeam: Number(row.in_team), inAgency: Number(row.in_agency),
  }];
}

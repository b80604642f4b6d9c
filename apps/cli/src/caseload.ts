import type { DemoWorker } from '@thegither/synthetic';
import { askGateway, type Answer } from './askGateway.ts';
import { CannotTell } from './cannotTell.ts';
import { isObject } from './isObject.ts';
import type { House } from './withHouse.ts';

interface Supported { readonly id: string; readonly name: string | undefined; readonly stage: string | undefined }

/** The people whom a worker supports, one a line. */
export async function caseload(house: House, worker: DemoWorker, purpose: string): Promise<{ answer: Answer; lines: string[] }> {
  const answer = await askCaseload(house, await house.tokenFor(worker.id), purpose);
  const people = supportedIn(answer);
  return { answer, lines: [`${worker.name} supports ${people.length} ${people.length === 1 ? 'person' : 'people'}.`, ...people.map(({ name, stage }) => `  ${(name ?? '(name not shared)').padEnd(12)}${stage ?? ''}`.trimEnd())] };
}

/** This worker's own id of the person who is called so on their caseload. Throws CannotTell when nobody is. */
export async function findOnCaseload(house: House, token: string, knownAs: string, purpose: string): Promise<string> {
  const found = supportedIn(await askCaseload(house, token, purpose)).find(({ name }) => name === knownAs);
  if (!found) throw new CannotTell('There is nobody of that name on this worker\'s caseload.');
  return found.id;
}

const askCaseload = (house: House, token: string, purpose: string): Promise<Answer> =>
  askGateway(house.gatewayUrl, { file: 'caseload', operationName: 'Caseload', token, purpose });

function supportedIn({ data, errors }: Answer): Supported[] {
  const list = data?.caseload;
  if (!isObject(list) || !Array.isArray(list.edges)) throw new CannotTell(errors[0] ? `${errors[0].code}: ${errors[0].message}` : 'This account has no caseload.');
  return list.edges.flatMap((edge: unknown) => (isObject(edge) && isObject(edge.person) ? [supported(edge.person)] : []));
}

function supported({ id, name, participations }: Readonly<Record<string, unknown>>): Supported {
  const [latest]: unknown[] = Array.isArray(participations) ? participations : [];
  return {
    id: String(id),
    name: isObject(name) && typeof name.knownAs === 'string' ? name.knownAs : undefined,
    stage: isObject(latest) && typeof latest.stageLabel === 'string' ? latest.stageLabel : undefined,
  };
}

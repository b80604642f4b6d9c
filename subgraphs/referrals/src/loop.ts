/** One referral as it is looked at for going round in circles: who sent whom to whom, and whether it came to support there. */
export interface Hop {
  readonly from: string;
  readonly to: string;
  /** The service said no, or support there has not begun: the person is still on the way. */
  readonly unanswered: boolean;
}

/**
 * Would this next referral send a person round in a circle? The way back from where it leads to where it starts, over
 * referrals that came to nothing yet, as the places in order: [A, B, A] for A to B and now B to A. Undefined when there
 * is no such way; a service where support began has helped, so to come back from it is no circle. The shortest way, and
 * of several the one whose hops came first. Pure.
 */
export function findLoop(hops: readonly Hop[], next: Pick<Hop, 'from' | 'to'>): string[] | undefined {
  if (next.from === next.to) return [next.from, next.to];
  const cameFrom = new Map<string, string | undefined>([[next.to, undefined]]);
  const open = [next.to];
  for (let place = open.shift(); place !== undefined; place = open.shift()) {
    if (place === next.from) return [...wayTo(place, cameFrom), next.to];
    for (const { from, to, unanswered } of hops) {
      if (!unanswered || from !== place || cameFrom.has(to)) continue;
      cameFrom.set(to, place);
      open.push(to);
    }
  }
  return undefined;
}

function wayTo(place: string, cameFrom: ReadonlyMap<string, string | undefined>): string[] {
  const way: string[] = [];
  for (let at: string | undefined = place; at !== undefined; at = cameFrom.get(at)) way.unshift(at);
  return way;
}

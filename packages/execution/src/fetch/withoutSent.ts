import { TreeObject } from '../tree/treeObject.ts';

/**
 * Takes out of an answer what was sent along with the question: keys and required fields are ours, and an answer that
 * says something else would lead the next hop to another entity. In lists and objects only what was sent of them goes.
 */
export function withoutSent(answer: TreeObject, sent: TreeObject): void {
  for (const key of Object.keys(sent)) if (key in answer && !stays(answer[key], sent[key])) delete answer[key];
}

/** May the answer's value stay, with what was sent taken out of it? */
function stays(answer: unknown, sent: unknown): boolean {
  if (answer instanceof TreeObject && sent instanceof TreeObject) withoutSent(answer, sent);
  else if (Array.isArray(answer) && Array.isArray(sent) && answer.length === sent.length) return answer.every((item, i) => stays(item, sent[i]));
  else return answer === null && sent === null;
  return true;
}

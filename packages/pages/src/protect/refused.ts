/** Somebody sent what no page of ours sends, or not from here. */
export class Refused extends Error {
  constructor() {
    super('This form was not sent from a page of ours, or is too old.');
    this.name = 'Refused';
  }
}

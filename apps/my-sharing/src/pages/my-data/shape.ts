/** A field as the page shows it: what it is called, and how its value is told. */
export type ShapeField = {
  readonly name: string;
  readonly label: string;
  readonly isList: boolean;
} & (
  | { readonly kind: 'TEXT' | 'DAY' | 'MOMENT' | 'YES_NO' | 'TOPICS' | 'ROLE' | 'AGENCY' | 'PENCE' }
  | { readonly kind: 'CODE'; readonly codes: string }
  | { readonly kind: 'GROUP'; readonly fields: readonly ShapeField[] }
);

/** A field of a person, under its topic. */
export interface TopicField {
  readonly category: string;
  readonly field: ShapeField;
}

/** A label in both languages of the portal. Identifiers are English; what a reader sees comes from here. */
export interface Label {
  zh: string;
  en: string;
}

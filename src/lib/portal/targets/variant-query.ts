/** The scoring variant that a query names; null where it names none. */
export const variantIn = (query: string): string | null => new URLSearchParams(query).get('variant');

/** The address with another scoring variant; without one for null. */
export function withVariant(href: string, variant: string | null): string {
  const [path = '', query = ''] = href.split('?');
  const params = new URLSearchParams(query);
  if (variant === null) params.delete('variant');
  else params.set('variant', variant);
  return params.size > 0 ? `${path}?${params.toString()}` : path;
}

import type { Handle } from '@sveltejs/kit';
import { paraglideMiddleware } from '$lib/i18n/paraglide/server';

/** Prerendering in each language: the address decides, and the page's lang attribute follows. */
export const handle: Handle = ({ event, resolve }) =>
  paraglideMiddleware(event.request, ({ request, locale }) => {
    event.request = request;
    return resolve(event, {
      transformPageChunk: ({ html }) => html.replace('%lang%', locale === 'zh' ? 'zh-CN' : locale),
    });
  });

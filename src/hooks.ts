import type { Reroute } from '@sveltejs/kit';
import { deLocalizeUrl } from '$lib/i18n/paraglide/runtime';

/** `/en/quota` is the same page as `/quota`, in the other language. */
export const reroute: Reroute = ({ url }) => deLocalizeUrl(url).pathname;

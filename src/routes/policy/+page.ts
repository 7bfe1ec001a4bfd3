import { loadPolicyData } from '$lib/portal/policy/policy-data';

export const load = async () => ({ policy: await loadPolicyData() });

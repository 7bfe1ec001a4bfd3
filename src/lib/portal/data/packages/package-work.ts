/** Everything that packages need, in one part that pages load when it is wanted. */
export { exportPackage } from '$lib/library/package/export-package';
export { mergePackage, replaceByPackage } from '$lib/library/package/merge-package';
export { openPackage } from '$lib/library/package/open-package';
export { PackageError } from '$lib/library/package/package-error';
export { countScope } from '$lib/library/package/scope-rows';

/** Names of recipes and features of meta-mender, as they appear in names of variables and files, and in lists. */

/** The recipe of the client. */
export const clientRecipe = 'mender';

/** The recipe of the `mender` that replaces the old program. */
export const wrapperRecipeName = 'mender-wrapper';

/** What that one needs, and what it can use. */
export const wrappedRecipes = { needed: 'mender-auth mender-update', wanted: 'mender-setup mender-snapshot' } as const;

/** The variable for its version, with or without overrides. */
export const preferredVersion = /^PREFERRED_VERSION_mender(?=$|[:_])/;

/** An override for the client's recipe, of either generation, in the name of a variable. */
export const clientOverride = /[:_]pn-mender(?:-client)?(?=$|[:_])/;

/** The recipe itself, or an append of it. */
export const clientRecipeFile = /(?:^|\/)mender(?:-client)?_[^/]*\.(?:bb|bbappend)$/;

/** Features that came with the split. */
export const newFeature = /(?:^|[:_\s])mender-(?:auth|update)-install(?=$|[:_\s])/;

/**
 * Recipes and features of Mender in the name of a variable. Other names in lower case may be part of the variable, as
 * in `PREFERRED_VERSION_mender`.
 */
export const overrides = new RegExp(
  [
    '_(?:pn-mender[\\w-]*|mender-(?:auth-install|update-install|client-install|grub|uboot|ubi|systemd|image(?:-\\w+)?|bios|',
    'growfs-data|partuuid|persist-systemd-machine-id|testing-enabled))(?=$|[_:])',
  ].join(''),
);

/** With one name for all recipes and features that were renamed, to compare two texts. */
export function withoutGeneration(text: string): string {
  return text.replace(/mender-(?:client|auth|update)/g, clientRecipe);
}

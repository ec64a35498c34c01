/**
 * Names of everything that Mender ships besides its programs, with lifetimes: a suggested name must exist on the
 * target.
 */
import type { Lifetime } from './version.ts';

export interface ShippedName extends Lifetime {
  readonly kind: 'unit' | 'package' | 'module';
  /** A unit without `.service`. */
  readonly name: string;
}

/**
 * Units: `mender` became `mender-client` in 2.3.0 (mender@bca82a4f, mender@2.3.0:support), which the split of 4.0 ended,
 * without an alias (mender@1471774b, mender@4.0.7:support). Packages:
 * mender-dist-packages@master:recipes/mender-client4/debian-master/control. Modules: mender@5b9691ae.
 */
export const shippedNames: readonly ShippedName[] = [
  { kind: 'unit', name: 'mender', until: '2.3' },
  { kind: 'unit', name: 'mender-client', until: '4.0' },
  { kind: 'unit', name: 'mender-authd', since: '4.0' },
  { kind: 'unit', name: 'mender-updated', since: '4.0' },
  { kind: 'package', name: 'mender-client', until: '4.0' },
  { kind: 'package', name: 'mender-client4', since: '4.0' },
  { kind: 'package', name: 'mender-auth', since: '4.0' },
  { kind: 'package', name: 'mender-update', since: '4.0' },
  { kind: 'package', name: 'mender-setup', since: '4.0' },
  { kind: 'package', name: 'mender-snapshot', since: '4.0' },
  { kind: 'module', name: 'deb', until: '5.0' },
  { kind: 'module', name: 'docker', until: '5.0' },
  { kind: 'module', name: 'rpm', until: '5.0' },
  { kind: 'module', name: 'script', until: '5.0' },
];

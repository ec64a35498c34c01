/** Policies and descriptions of D-Bus, and rules of sudo. */
import { foundCases, quietCases } from '../support/cases.ts';

foundCases('policies of D-Bus', 'usr/share/dbus-1/system.d/product.conf', [
  {
    text: '<busconfig>\n  <policy user="root">\n    <allow own="«io.mender.UpdateManager»"/>\n    <allow send_destination=\'«io.mender.UpdateManager»\' send_interface="«io.mender.Update1»"/>\n  </policy>\n</busconfig>\n',
    rules: ['dbus-update-manager', 'dbus-update-manager', 'dbus-update-manager'],
  },
]);

foundCases('introspection', 'Documentation/io.mender.Update1.xml', [
  {
    text: '<node>\n  <!--\n    «io.mender.Update1»:\n    @short_description: of io.mender.Update1\n\n    * connection: `«io.mender.UpdateManager»`\n    * object: `«/io/mender/UpdateManager»`\n  -->\n',
    rules: ['dbus-update-manager', 'dbus-update-manager', 'dbus-update-manager'],
  },
  {
    text: '<node name="«/io/mender/UpdateManager»" >\n  <!-- io.mender.Update1: own="io.mender.UpdateManager" -->\n  <interface name = "«io.mender.Update1»">\n',
    rules: ['dbus-update-manager', 'dbus-update-manager'],
  },
]);

quietCases('policies of D-Bus', 'io.mender.AuthenticationManager.conf', [
  '<allow own="io.mender.AuthenticationManager"/>\n',
  '<!-- <allow own="io.mender.UpdateManager"/> -->\n',
  '<!-- <allow own="io.mender.UpdateManager"/>\n',
  '<!--\n  See `io.mender.UpdateManager`.\n  io.mender.Update1: gone\n  * was: `io.mender.UpdateManager`\n-->\n',
  'io.mender.Update1:\n* object: `/io/mender/UpdateManager`\n',
  '<p>own io.mender.UpdateManager</p>\n',
  '<allow own="io.mender.UpdateManagerX"/>\n',
  '<arg name="io.mender"/>\n',
]);

foundCases('rules of sudo', 'etc/sudoers.d/product', [
  {
    text: 'acme ALL=(root) NOPASSWD: /bin/systemctl restart «mender-client», /usr/bin/journalctl -u x\n',
    rules: 'systemctl-control',
    fixed: 'acme ALL=(root) NOPASSWD: /bin/systemctl restart mender-authd mender-updated, /usr/bin/journalctl -u x\n',
  },
  {
    text: 'tedge ALL = (ALL) NOPASSWD: «/usr/bin/mender», /usr/bin/a\n',
    rules: 'binary-path',
    fixed: 'tedge ALL = (ALL) NOPASSWD: /usr/bin/mender-update, /usr/bin/a\n',
  },
  {
    text: '%admin ALL=(root:root) NOPASSWD:SETENV: /usr/bin/a mender, \\\n  «/usr/bin/mender» commit\n',
    rules: 'binary-path',
    fixed: '%admin ALL=(root:root) NOPASSWD:SETENV: /usr/bin/a mender, \\\n  /usr/bin/mender-update commit\n',
  },
  {
    text: 'Cmnd_Alias MENDER = «/usr/bin/mender» install *\n',
    rules: 'binary-path',
    fixed: 'Cmnd_Alias MENDER = /usr/bin/mender-update install *\n',
  },
]);

foundCases('rules of sudo recognised by their text', 'files/tedge-firmware', [
  {
    text: '# Firmware\n\ntedge  ALL = (ALL) NOPASSWD: «/usr/bin/mender», /usr/bin/a\n',
    rules: 'binary-path',
    fixed: '# Firmware\n\ntedge  ALL = (ALL) NOPASSWD: /usr/bin/mender-update, /usr/bin/a\n',
  },
]);

quietCases('rules of sudo recognised by their text', 'files/tedge-firmware', [
  'Add this line:\ntedge ALL = (ALL) NOPASSWD: /usr/bin/mender\n',
  'tedge ALL = /usr/bin/mender\n',
  'BINARY = (a) /usr/bin/mender\n',
  'tedge ALL = (ALL) /usr/bin/mender\n',
]);

foundCases('profiles of AppArmor', 'etc/apparmor.d/usr.bin.product', [
  {
    text: '/usr/bin/product {\n  /usr/bin/cat ix,\n  «/usr/bin/mender» rUx,\n}\n',
    rules: 'binary-path',
    fixed: '/usr/bin/product {\n  /usr/bin/cat ix,\n  /usr/bin/mender-update rUx,\n}\n',
  },
  {
    text: 'profile product "/opt/a b" {\r\n  owner file "«/usr/bin/mender»" Px -> updates,\r\n}\r\n',
    rules: 'binary-path',
    fixed: 'profile product "/opt/a b" {\r\n  owner file "/usr/bin/mender-update" Px -> updates,\r\n}\r\n',
  },
  {
    text: '  rix «/usr/bin/mender»,\n',
    rules: 'binary-path',
    fixed: '  rix /usr/bin/mender-update,\n',
  },
]);

quietCases('profiles of AppArmor', 'files/usr.bin.product', [
  '  # /usr/bin/mender rUx,\n',
  '  deny /usr/bin/mender x,\n',
  '  /usr/bin/mender{,-update} rUx,\n',
  '  /usr/bin/mender rUx,\n  /usr/bin/mender-update rUx,\n',
  '  /usr/bin/mender-* rUx,\n',
  '/usr/bin/mender {\n  /etc/mender/** r,\n}\n',
  '  /usr/bin/mender rUx, # mender-lint: disable-line\n',
]);

quietCases('rules of sudo', 'etc/sudoers.d/mender', [
  'a ALL = NOPASSWD: /usr/bin/mender, /usr/bin/mender-update\n',
  'a ALL = NOPASSWD: /usr/bin/mender-auth\nb ALL = NOPASSWD: /usr/bin/mender\n',
  '# tedge ALL = (ALL) NOPASSWD: /usr/bin/mender\n',
  'mender ALL=(ALL) NOPASSWD: ALL\n',
  'Defaults secure_path="/usr/bin/mender"\n',
  'tedge ALL = NOPASSWD: /usr/bin/mender-update, /usr/bin/mender-artifact\n',
  'tedge ALL = NOPASSWD: /usr/bin/cat /usr/bin/mender\n',
  '@includedir /usr/bin/mender\n',
]);

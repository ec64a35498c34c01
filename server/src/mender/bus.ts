/** The D-Bus API for update control, removed without a replacement. */
import { shell } from './example.ts';
import type { Rule } from './rule.ts';

/** Named after the state before which it is called; such scripts are in /etc/mender/scripts of root file systems. */
const holding = {
  name: 'Download_Enter_00_hold',
  purpose: 'a state script that holds updates back',
  text: `#!/bin/sh
# Goes into /etc/mender/scripts, executable. The client calls it before a download and, while it exits with 21, again after
# StateScriptRetryIntervalSeconds. It gives up when StateScriptRetryTimeoutSeconds have passed.
if [ -e /run/hold-updates ]; then
  exit 21
fi
exit 0
`,
} as const;

export const busRules: readonly Rule[] = [
  {
    id: 'dbus-update-manager',
    component: 'mender-client',
    title: 'D-Bus name `io.mender.UpdateManager`',
    removedIn: '4.0',
    effect: 'fails',
    independent: true,
    match: { kind: 'bus', names: ['io.mender.UpdateManager', 'io.mender.Update1', '/io/mender/UpdateManager'] },
    replacement: { kind: 'none' },
    file: holding,
    message: 'Use a state script that exits with 21: `{use}` is gone since 4.0.',
    why: 'Nothing owns io.mender.UpdateManager any more, so a call ends with `org.freedesktop.DBus.Error.ServiceUnknown: The name io.mender.UpdateManager was not provided by any .service files`. `SetUpdateControlMap` was removed together with the synchronized updates that it controlled. io.mender.AuthenticationManager is unchanged. A state script that exits with 21 makes the client try again later, until StateScriptRetryTimeoutSeconds have passed.',
    sources: [
      'mender-docs@master:03.Client-installation/02.Install-with-Debian-package/01.Upgrading/docs.md:131-139',
      'mender@0338650e',
      'mender@d94ea203 (the text of D-Bus)',
      'mender@5.1.0:src/artifact/v3/scripts/executor.cpp:42,281',
      'mender@3.5.3:app/updatemanager.go:38-43',
      'mender-docs@master:08.Artifact-creation/04.State-scripts/docs.md:80-90',
    ],
    examples: [
      shell(
        'dbus-send --system --dest=io.mender.UpdateManager --print-reply /io/mender/UpdateManager io.mender.Update1.SetUpdateControlMap string:"$MAP"',
      ),
      shell(
        'busctl call io.mender.UpdateManager /io/mender/UpdateManager io.mender.Update1 SetUpdateControlMap s "$MAP"',
      ),
      shell(
        'gdbus call -y -d io.mender.UpdateManager -o /io/mender/UpdateManager -m io.mender.Update1.SetUpdateControlMap "$MAP"',
      ),
      shell("dbus-monitor --system \"type='signal',interface='io.mender.Update1'\""),
    ],
    quiet: [
      {
        language: 'shell',
        bad: 'dbus-send --system --print-reply --dest=io.mender.AuthenticationManager /io/mender/AuthenticationManager io.mender.Authentication1.GetJwtToken',
      },
      { language: 'shell', bad: 'echo "io.mender.UpdateManager is gone"' },
      { language: 'shell', bad: 'varlinkctl call /run/mender/update.sock io.mender.Update1.GetState' },
    ],
  },
];

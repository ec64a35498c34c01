/** `$?` after a program of the new client: the old one is the last resort where that says that the new one has failed. */
import { quietCases, reportedCases } from '../support/cases.ts';

const script = 'script.sh';

quietCases('the status says that the new client has failed', script, [
  ...['-gt 0', '-ge 1', '-ne 0', '-eq 1', '-eq 127', '!= 0', '= 2'].map(
    failed => `mender-update commit\nif [ $? ${failed} ]; then mender commit; fi`,
  ),
  ...['-eq 0', '-le 0', '-lt 1', '= 0'].map(
    succeeded => `mender-update commit\nif [ $? ${succeeded} ]; then exit 0; fi\nmender commit`,
  ),
  'mender-update commit\nif [[ $? == 0 ]]; then exit 0; fi\nmender commit',
  'mender-update commit\ncase $? in 0) exit 0 ;; esac\nmender commit',
  'mender-update commit\ncase $? in 1) mender commit ;; esac',
]);

reportedCases('it does not say that', script, [
  ...['-eq 0', '-ne 1', '-lt 3', '-ge 0', '= ""'].map(
    other => `mender-update commit\nif [ $? ${other} ]; then «mender commit»; fi`,
  ),
  'mender-update commit\nif [ $? -eq 1 ]; then exit 1; fi\n«mender commit»',
]);

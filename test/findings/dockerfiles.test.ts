/** Dockerfiles: what their instructions run, and the files they write. */
import { foundCases, quietCases } from '../support/cases.ts';

foundCases('what a Dockerfile runs', 'images/Dockerfile', [
  { text: 'RUN «mender commit»\n', rules: 'mender-commit', fixed: 'RUN mender-update commit\n' },
  { text: 'run «mender commit»', rules: 'mender-commit', fixed: 'run mender-update commit' },
  {
    text: 'FROM debian\nRUN apt-get update && \\\n    «mender setup» --quiet \\\n      --demo-server\n',
    rules: 'mender-setup',
    fixed: 'FROM debian\nRUN apt-get update && \\\n    mender-setup --quiet \\\n      --demo-server\n',
  },
  {
    text: 'RUN a && \\\n# a comment, mender commit\n\n    «mender commit» && \\  \n    b\n',
    rules: 'mender-commit',
    fixed: 'RUN a && \\\n# a comment, mender commit\n\n    mender-update commit && \\  \n    b\n',
  },
  {
    text: 'RUN --mount=type=cache,target=/x --network=none «mender commit»\n',
    rules: 'mender-commit',
    fixed: 'RUN --mount=type=cache,target=/x --network=none mender-update commit\n',
  },
  { text: 'ONBUILD RUN «mender commit»\n', rules: 'mender-commit', fixed: 'ONBUILD RUN mender-update commit\n' },
  {
    text: 'RUN systemctl enable «mender-client»\r\nUSER a\r\n',
    rules: 'systemctl-control',
    fixed: 'RUN systemctl enable mender-authd mender-updated\r\nUSER a\r\n',
  },
  {
    text: 'HEALTHCHECK --interval=5m CMD «mender show-artifact» || exit 1\n',
    rules: 'mender-show-artifact',
    fixed: 'HEALTHCHECK --interval=5m CMD mender-update show-artifact || exit 1\n',
  },
  {
    text: 'RUN ["«mender", "commit»"]\n',
    rules: 'mender-commit',
    fixed: 'RUN ["mender-update", "commit"]\n',
  },
  {
    text: 'RUN [ "«mender" , "--no-syslog", "commit»" ]\n',
    rules: 'mender-commit',
    fixed: 'RUN [ "mender-update", "commit" ]\n',
  },
  {
    text: 'RUN ["«mender", "setup»", "--quiet"]\n',
    rules: 'mender-setup',
    fixed: 'RUN ["mender-setup", "--quiet"]\n',
  },
  {
    text: 'CMD ["sh", "-c", "echo \\"hi\\" && «mender commit»"]\n',
    rules: 'mender-commit',
    fixed: 'CMD ["sh", "-c", "echo \\"hi\\" && mender-update commit"]\n',
  },
  {
    text: 'ENTRYPOINT ["sudo", "-E", "systemctl", "restart", "«mender-client»"]\n',
    rules: 'systemctl-control',
    fixed: 'ENTRYPOINT ["sudo", "-E", "systemctl", "restart", "mender-authd", "mender-updated"]\n',
  },
  {
    text: 'RUN <<EOF\nset -e\n«mender commit»\nEOF\nRUN «mender commit»\n',
    rules: ['mender-commit', 'mender-commit'],
    fixed: 'RUN <<EOF\nset -e\nmender-update commit\nEOF\nRUN mender-update commit\n',
  },
  {
    text: 'COPY <<EOF /etc/mender/mender.conf\n{ «"Connectivity": {"DisableKeepAlive": true}» }\nEOF\n',
    rules: 'config-connectivity',
    fixed: 'COPY <<EOF /etc/mender/mender.conf\n{ }\nEOF\n',
  },
  {
    text: 'COPY --chmod=755 <<-"X" /usr/share/mender/modules/v3/app\n#!/bin/sh\n«mender show-artifact»\nX\n',
    rules: 'mender-show-artifact',
    fixed: 'COPY --chmod=755 <<-"X" /usr/share/mender/modules/v3/app\n#!/bin/sh\nmender-update show-artifact\nX\n',
  },
]);

quietCases('Dockerfiles', 'Dockerfile', [
  'FROM mendersoftware/mender-client-docker:3.5\n',
  'FROM mender AS mender-client\nCOPY --from=mender-client /usr/bin/x /usr/bin/x\n',
  'LABEL name="mender commit"\n',
  '# RUN mender commit\n',
  'ENV MENDER="mender commit"\n',
  'RUN echo "mender commit"\n',
  'RUN useradd mender\n',
  'WORKDIR /usr/share/mender\n',
  'CMD ["mender-update", "daemon"]\n',
  'CMD ["echo", "mender", "commit"]\n',
  'CMD ["mender-client"]\n',
  'RUN if command -v mender-update; then mender-update commit; else mender commit; fi\n',
  'RUN <<EOF python3\nmender commit\nEOF\n',
  'RUN <<EOF\n#!/usr/bin/env python3\nmender commit\nEOF\n',
  'COPY <<EOF /README\nmender commit\nEOF\n',
  '# escape=`\nFROM windows\nRUN mender commit\n',
  'ARG mender=commit\nUSER mender\nEXPOSE 80\nVOLUME /var/lib/mender\n',
  'COPY mender /usr/bin/mender\n',
  'CMD ["mender", "commit"\n',
  'SHELL ["/bin/mender", "commit"]\n',
]);

/** Variables of the environment that the client reads. */

/** Proxies, which curl(1) reads, too, and the folders of the client. */
export const environmentNames = /(?:http|https|no)_proxy|MENDER_\w+_DIR/i;

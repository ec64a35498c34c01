/** How keys of the client's configurations are recognised. */

export type ConfigPattern =
  | {
      readonly kind: 'config';
      readonly defect: 'key';
      /** Names from the root, compared ignoring case. */
      readonly path: readonly string[];
      /** Narrows the match by the value. */
      readonly when?: ConfigCondition;
      /** In the configuration of mender-connect, instead of the client's. */
      readonly of?: 'connect';
    }
  | { readonly kind: 'config'; readonly defect: 'key-case'; readonly keys: readonly string[] }
  | { readonly kind: 'config'; readonly defect: 'invalid-json' | 'wrong-type' | 'not-an-object' }
  | { readonly kind: 'config'; readonly defect: 'both'; readonly keys: readonly [string, string] }
  /** A key of the root that is missing although another one is set; `value` was its former default. */
  | {
      readonly kind: 'config';
      readonly defect: 'unset';
      readonly key: string;
      /** JSON. */
      readonly value: string;
      /** Where that was the default. */
      readonly had: string;
      readonly of?: 'connect';
      readonly beside: string;
      /** One of these makes the file the main one. */
      readonly main: readonly string[];
    };

export type ConfigCondition =
  | { readonly is: 'non-empty-object' }
  | { readonly is: 'true-member' | 'false-member'; readonly member: string }
  | {
      readonly is: 'not-one-of';
      readonly values: readonly string[];
      readonly renamed: Readonly<Record<string, string>>;
      readonly lowerCase: boolean;
    }
  | { readonly is: 'like-a-file' }
  | { readonly is: 'outside'; readonly least: number; readonly most: number }
  | { readonly is: 'without'; readonly path: readonly string[] }
  /** An object without the member, which was as if it had this value, as JSON. */
  | { readonly is: 'without-member'; readonly member: string; readonly value: string };

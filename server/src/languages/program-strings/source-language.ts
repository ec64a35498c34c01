/** Languages whose strings can be command lines. */
export type SourceLanguage = 'python' | 'javascript' | 'go' | 'cpp' | 'php';

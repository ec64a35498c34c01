/**
 * All limits of the engine, each with its reason: how deep texts, scripts and evaluations are followed, and how much of
 * one text is compared. Those that a user may set are in `options/limits.ts`.
 */

// Reading.
/** Of items that repeat, how many on each side of a place are looked at. */
export const MOST_NEAREST = 64;
/** Characters that may be read more than once: a text that is broken everywhere is not YAML that somebody is typing. */
export const MOST_READ_AGAIN = 200_000;
/** A text with more mistakes is not YAML, and listing them takes longer than reading it. */
export const MOST_YAML_ERRORS = 200;
/** Collections in collections: deeper nesting would overflow the stack of the parser. */
export const DEEPEST_YAML = 500;
/** Lines that are tried as the broken one: each costs a parse. */
export const MOST_SUSPECTS = 5;
/**
 * Nodes that are counted to compare two readings of a broken script: more of them hardly change which one is better.
 */
export const MOST_NODES_SCORED = 20_000;
/** Nodes are counted this deep, so that the stack does not overflow. */
export const DEEPEST_NODE_SCORED = 200;
/** A text whose pieces would have to be joined more often than this is parsed as a whole. */
export const MOST_PIECES_JOINED = 64;
/** Pieces of the former version that are compared with the next one: some were joined or deleted. */
export const LOOK_AHEAD = 4;
/** When joining so many pieces does not help, the edited line is the broken one. */
export const PIECES_BEFORE_BLAME = 4;
/** How many wrappers (`sudo`, `env`, `ssh HOST`) may precede a command in prose. */
export const MOST_WRAPPERS_IN_PROSE = 4;

// Uses.
/** An object nested deeper than this is no configuration. */
export const DEEPEST_MEMBER = 16;
/** A script that writes a script that writes a unit: nobody goes deeper. */
export const DEEPEST_FILE = 3;
/** A `case` nested deeper does not answer the calls of a module. */
export const DEEPEST_CASE = 4;
/** `sh -c "sh -c ..."` is followed this deep. */
export const DEEPEST_SCRIPT = 10;
/** A variable that is set again for every call has one value in each; after so many, only those near a call count. */
export const MOST_SOURCES = 4096;
/** Values of such a variable on each side of a call. */
export const MOST_BESIDE = 4;
/** Functions that call functions with their arguments, and variables in variables, are followed this deep. */
export const DEEPEST_INDIRECTION = 3;
/** Substitutions nested deeper are not looked into: the parser reads each once more for every one around it. */
export const DEEPEST_SUBSTITUTION = 12;
/** A variable that is set from another one that is set from a third is followed this far. */
export const MOST_ASSIGNMENT_ROUNDS = 5;
/** A name that is assigned in more places, such as that of a loop, may mean anything. */
export const MOST_ASSIGNMENTS = 64;
/** Lines of a list that a loop reads; a longer list is about other things. */
export const MOST_LINES_READ = 32;
/** Statements in statements, and scripts in substitutions, are followed this deep; what is inside is unknown then. */
export const DEEPEST_STATEMENT = 120;
/** Wrappers around a program, as in `sudo env nice ...`; more are not seen through. */
export const MOST_WRAPPERS = 8;
/** A variable with more definitions is not worth following. */
export const MOST_DEFINITIONS = 8;
/**
 * Words that a variable may mean, in lists, through others or as the default of a default; with more it is not
 * followed.
 */
export const MOST_WORDS = 64;
/** Commands of a function that may run its arguments; further ones are not followed. */
export const MOST_COMMANDS_OF_FUNCTION = 6;
/** Counts of shifted arguments that are tried where a `shift` may or may not have run. */
export const MOST_SHIFTS = 3;

// Findings.
/** Characters of a quoted use in a message. */
export const LONGEST_USE = 40;
/** Pairs of uses that are compared in one document. */
export const MOST_PAIRS = 40_000;
/** Uses that are changed together; with more, a person must look at them one by one. */
export const MOST_JOINED = 32;
/** One round makes the fixes that do not overlap; a fix that uncovers another one gets one more round. */
export const MOST_FIX_ROUNDS = 16;
/** Rounds for fixes that wait for each other: no text that people write needs as many. */
export const MOST_MIGRATION_ROUNDS = 64;
/** Of an action that is repeated, how many uses next to a use are looked at. */
export const MOST_NEAR_USES = 16;
/** Of a probe that is repeated, how many before and after a place are looked at. */
export const MOST_NEAR_STATES = 16;
/** Of a probe that is repeated, how many before and after it are compared with it. */
export const MOST_NEAR_PROBES = 4;
/** Texts that a value may have; with more it may be anything. */
export const MOST_TEXTS = 8;
/** Texts that depend on the result of a command, joined with others. */
export const MOST_CHOICES = 128;
/** UTF-16 units; `X=$X$X` in a loop grows without end. */
export const LONGEST_TEXT = 10_000;
/** Characters of a pattern that is matched as a regular expression. */
export const LONGEST_PATTERN = 80;
/** Stars of such a pattern: with more a match may take for ever. */
export const MOST_STARS = 3;
/** Facts that are noted for a decision; that there were more is noted, too. */
export const MOST_FACTS = 64;
/** Functions that call functions are followed this deep. */
export const DEEPEST_CALL = 6;
/** Commands that are evaluated; the result of a longer run is unknown. */
export const MOST_STEPS = 60_000;
/** Values of a loop that are evaluated one by one; a longer list is one round with any value. */
export const MOST_LOOP_VALUES = 8;
/** Loops in loops that are evaluated twice. */
export const MOST_ROUNDS_DEEP = 3;
/** Variables with options before an operand, as in `ssh $SSH_OPTS $PORT host`. */
export const MOST_OPTIONS = 3;

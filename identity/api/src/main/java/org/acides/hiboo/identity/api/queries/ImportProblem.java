package org.acides.hiboo.identity.api.queries;

/**
 * A line of a list that is not imported.
 *
 * @param line in the file, from 1
 * @param handle as the list has it, 100 characters at most; empty when the line was not understood
 * @param code message key of what is wrong with it, under {@code import.problem.}
 * @param other the line that it repeats, or 0
 */
public record ImportProblem(int line, String handle, String code, int other) {}

package org.acides.hiboo.identity.api.queries;

import org.acides.hiboo.identity.api.ImportId;

/** Asks for a page of {@link ImportProblem}, by line. Offset from 0, limit 1 to 200. */
public record FindImportProblems(ImportId importId, int offset, int limit) {}

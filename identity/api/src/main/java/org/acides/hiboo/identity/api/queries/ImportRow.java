package org.acides.hiboo.identity.api.queries;

import java.time.Instant;
import org.acides.hiboo.identity.api.ImportId;

/**
 * An import as an admin sees it.
 *
 * @param lines of the list, its header and empty ones left out; once over, those that were reserved
 * @param problems lines that are not imported
 * @param reserved lines that became profiles
 * @param unclaimed profiles of those that nobody claimed yet
 * @param at when it was started; before that, when the list was read
 */
public record ImportRow(
        ImportId importId, ImportState state, int lines, int problems, int reserved, int unclaimed, Instant at) {}

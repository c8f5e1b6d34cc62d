package org.acides.hiboo.identity.api;

import java.io.IOException;
import java.io.InputStream;
import org.acides.hiboo.infrastructure.api.Actor;
import org.acides.hiboo.infrastructure.api.Refused;

/** Takes the lists of accounts that services had before: a dry run, which reserves nothing. */
public interface OldAccountLists {

    /**
     * Reads a list to its end and looks at each line: CSV (RFC 4180) whose first line names the columns {@code handle},
     * {@code hash} and {@code email_hash}, or a JSON object a line with the same fields. UTF-8; 64 MiB, 200,000 lines, and
     * 4,000 bytes a line at most. It is kept a week for the import to be started.
     *
     * @param pepper what the application put after each password, 200 characters at most; empty for none
     * @param actor an admin
     * @throws Refused {@code service.unknown}; {@code list.empty}, {@code list.no-header}, {@code list.too-long} (MiB, lines);
     *     nothing of it was kept
     */
    ImportId read(ServiceRef service, InputStream list, String pepper, Actor actor) throws IOException;
}

package org.acides.hiboo.identity.oidc.client;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.acides.hiboo.catalog.api.ServiceState;

/**
 * What has to be looked at for every request of a client.
 *
 * @param version of the client and its secrets; the same version is the same client on every node
 */
record ClientRow(UUID service, long version, ServiceState state) {

    static ClientRow read(ResultSet row, int number) throws SQLException {
        return new ClientRow(
                row.getObject("service_id", UUID.class),
                row.getLong("version"),
                ServiceState.valueOf(row.getString("state")));
    }
}

package org.acides.hiboo.identity.oidc.client;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.acides.hiboo.catalog.api.OidcClient;
import org.acides.hiboo.catalog.api.ServiceState;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import tools.jackson.databind.json.JsonMapper;

/**
 * The clients of services that were not retired, as of the last commit. A request costs one short look at the
 * database; what was made of a client is kept in memory for as long as its version stands.
 */
@Component
class Clients implements RegisteredClientRepository {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._~-]{1,100}");
    private static final String ROW = "SELECT c.service_id, c.version, s.state FROM identity.oidc_client c"
            + " JOIN identity.service s ON s.service_id = c.service_id WHERE s.state <> 'RETIRED' AND ";

    private final JdbcClient jdbc;
    private final ClientTranslation translation;
    private final Map<UUID, Known> known = new ConcurrentHashMap<>();

    Clients(JdbcClient jdbc, ClientTranslation translation) {
        this.jdbc = jdbc;
        this.translation = translation;
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        // No client's: the database need not look at a megabyte, and cannot look at every character.
        if (!NAME.matcher(clientId).matches()) return null;
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request == null) return look(clientId);
        String name = getClass().getName() + clientId;
        // A request is about one client, which its rules, its code and its answer each ask for.
        if (request.getAttribute(name, RequestAttributes.SCOPE_REQUEST) instanceof RegisteredClient seen) return seen;
        RegisteredClient found = look(clientId);
        if (found != null) request.setAttribute(name, found, RequestAttributes.SCOPE_REQUEST);
        return found;
    }

    private @Nullable RegisteredClient look(String clientId) {
        return client(jdbc.sql(ROW + "c.client_id = ?")
                .param(clientId)
                .query(ClientRow::read)
                .optional());
    }

    /** @param id the service's identifier */
    @Override
    public @Nullable RegisteredClient findById(String id) {
        return client(jdbc.sql(ROW + "c.service_id = ?")
                .param(UUID.fromString(id))
                .query(ClientRow::read)
                .optional());
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("the catalogue decides about clients");
    }

    private @Nullable RegisteredClient client(Optional<ClientRow> row) {
        if (row.isEmpty()) return null;
        Known before = known.get(row.get().service());
        if (before != null && before.row().equals(row.get())) return before.client();
        RegisteredClient now = load(row.get());
        known.put(row.get().service(), new Known(row.get(), now));
        return now;
    }

    /** Should it change again meanwhile, it is newer than its row says, and is loaded once more the next time. */
    private RegisteredClient load(ClientRow row) {
        String definition = jdbc.sql("SELECT definition FROM identity.oidc_client WHERE service_id = ?")
                .param(row.service())
                .query(String.class)
                .single();
        List<StoredSecret> secrets = jdbc.sql(
                        "SELECT hash, ends_at FROM identity.oidc_client_secret WHERE service_id = ? ORDER BY issued_at")
                .param(row.service())
                .query(StoredSecret::read)
                .list();
        OidcClient client = JSON.readValue(definition, OidcClient.class);
        return translation.of(row.service(), client, row.state() == ServiceState.OPEN, secrets);
    }

    private record Known(ClientRow row, RegisteredClient client) {}
}

package org.acides.hiboo.identity.scim;

import static org.acides.hiboo.infrastructure.test.Staff.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.acides.hiboo.catalog.api.ServiceId;
import org.acides.hiboo.catalog.api.events.ServiceRetired;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.commands.ConnectScim;
import org.acides.hiboo.identity.api.commands.DisconnectScim;
import org.acides.hiboo.identity.api.commands.SuspendProfile;
import org.acides.hiboo.identity.api.queries.FindScim;
import org.acides.hiboo.identity.api.queries.ScimState;
import org.acides.hiboo.infrastructure.api.Refused;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.junit.jupiter.api.Test;

/** How a service is connected, what it may refuse, and what is kept of its token. */
class ScimConnectionTest extends ScimLife {

    @Test
    void aWrongTokenIsSaidSoWithoutAWordOfWhatCameBack() {
        remote = ScimService.with(List.of(user("1", "x", subject())));
        commands.send(new ConnectScim(service, remote.endpoint(), "another-token"), ADMIN);
        commands.send(new SuspendProfile(profile, "spam"), MODERATOR);
        tell();
        assertThat(Objects.requireNonNull(state().failure()))
                .matches("looking for a user: HTTP status 401|.*private network");
        commands.send(new ConnectScim(service, remote.endpoint(), ScimService.TOKEN), ADMIN);
        hears("1", "false");
    }

    @Test
    void theTokenIsSealedAndNowhereElse() {
        connected(List.of(user("1", "x", subject())));
        for (String table : List.of("identity.scim_target", "infrastructure.event"))
            assertThat(jdbc.sql("SELECT to_jsonb(t)::text FROM " + table + " t")
                            .query(String.class)
                            .list())
                    .noneMatch(row -> row.contains(ScimService.TOKEN));
        assertThat(new ConnectScim(service, remote.endpoint(), ScimService.TOKEN).toString())
                .doesNotContain(ScimService.TOKEN);
    }

    @Test
    void whatIsDisconnectedHearsNothing() {
        connected(List.of(user("1", "x", subject())));
        commands.send(new DisconnectScim(service), ADMIN);
        commands.send(new DisconnectScim(service), ADMIN);
        commands.send(new SuspendProfile(profile, "spam"), MODERATOR);
        tell();
        assertThat(remote.active("1")).isEqualTo("true");
        assertThat(queries.query(new FindScim(service), ResponseTypes.optionalInstanceOf(ScimState.class))
                        .join())
                .isEmpty();
    }

    @Test
    void onlyWellFormedAddressesAndTokensAreTaken() {
        for (String endpoint : List.of(
                "http://wiki.example/scim",
                "https://ada@wiki.example/scim",
                "https://wiki.example/scim?x=1",
                "file:///etc/passwd",
                "https://wiki.example/" + "x".repeat(500)))
            refused(new ConnectScim(service, URI.create(endpoint), "t"), "scim.endpoint-malformed");
        for (String token : List.of("", "a b", "a\nb", "x".repeat(4001)))
            refused(new ConnectScim(service, URI.create("https://wiki.example/scim"), token), "scim.token-malformed");
        refused(
                new ConnectScim(ServiceRef.of(AccountId.random().toString()), URI.create("https://wiki.example/"), "t"),
                "service.unknown");
        catalogue.publish(new ServiceRetired(new ServiceId(service.value()), clock.instant()));
        refused(new ConnectScim(service, URI.create("https://wiki.example/scim"), "t"), "service.retired");
    }

    private void refused(ConnectScim command, String code) {
        assertThatThrownBy(() -> commands.send(command, ADMIN))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.code()).isEqualTo(code));
    }
}

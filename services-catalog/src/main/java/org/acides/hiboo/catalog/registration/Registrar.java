package org.acides.hiboo.catalog.registration;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.acides.hiboo.catalog.api.OidcClient;
import org.acides.hiboo.catalog.api.RegisteredSecret;
import org.acides.hiboo.catalog.api.ServiceDescription;
import org.acides.hiboo.catalog.api.ServiceId;
import org.acides.hiboo.catalog.api.commands.ConfigureOidcClient;
import org.acides.hiboo.catalog.api.commands.DescribeService;
import org.acides.hiboo.catalog.api.commands.OpenService;
import org.acides.hiboo.catalog.api.commands.RegisterService;
import org.acides.hiboo.catalog.api.commands.RetireService;
import org.acides.hiboo.infrastructure.api.Actor;
import org.acides.hiboo.infrastructure.api.Commands;
import org.acides.hiboo.infrastructure.api.Keyring;
import org.acides.hiboo.infrastructure.secret.Secret;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Registers, changes and removes clients at their own word, each in one transaction. */
@Component
class Registrar {

    private static final Actor ACTOR = Actor.system("catalog.registration");

    private final Offers offers;
    private final Registered registered;
    private final Definitions definitions;
    private final SectorIdentifier sectors;
    private final Emblems emblems;
    private final TransactionOperations transaction;
    private final Commands commands;
    private final Keyring keyring;
    private final Clock clock;

    Registrar(
            Offers offers,
            Registered registered,
            Definitions definitions,
            SectorIdentifier sectors,
            Emblems emblems,
            TransactionOperations transaction,
            Commands commands,
            Keyring keyring,
            Clock clock) {
        this.offers = offers;
        this.registered = registered;
        this.definitions = definitions;
        this.sectors = sectors;
        this.emblems = emblems;
        this.transaction = transaction;
        this.commands = commands;
        this.keyring = keyring;
        this.clock = clock;
    }

    /**
     * What a client is told of itself, in the RFC's words.
     *
     * @param token with which it comes back
     */
    record Told(String clientId, String token, Map<String, Object> metadata) {}

    /**
     * Empty when the token is no offer, or one that is over.
     *
     * @throws RegistrationError in the RFC's words; the offer is then not used
     */
    Optional<Told> register(String offered, Fields sent) {
        // Nobody is called for a stranger, and no row is held while somebody is called.
        if (!offers.holds(offered)) return Optional.empty();
        sectors.check(sent);
        String logo = emblems.of(sent, ACTOR).orElse(null);
        return Objects.requireNonNull(
                transaction.execute(status -> offers.use(offered).map(offer -> register(offer, sent, logo))));
    }

    private Told register(Offers.Offer offer, Fields sent, @Nullable String logo) {
        OidcClient client = ClientMetadata.read(sent, "app-" + UUID.randomUUID(), false);
        ServiceId service = offer.service();
        if (service == null) {
            service = ServiceId.random();
            ServiceDescription description = ServiceMetadata.read(sent, null, logo);
            commands.send(new RegisterService(service, ServiceMetadata.slug(description.name()), description), ACTOR);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        UUID secret = ClientMetadata.keepsSecret(client) ? UUID.randomUUID() : null;
        commands.send(new ConfigureOidcClient(service, client), ACTOR);
        String token = Secret.fresh();
        var row = new Registered.Client(client.clientId(), service, offer.service() == null, now);
        commands.send(new KeepClient(row, offer.id(), secret, token), ACTOR);
        if (offer.service() == null && offer.opens()) commands.send(new OpenService(service), ACTOR);
        return told(row, token, secret);
    }

    /** The client whose token it is. */
    Optional<Told> read(String clientId, String token) {
        return registered.find(clientId, token).map(row -> told(row, token, null));
    }

    /**
     * Replaces what the client said of itself (RFC 7592 §2.2).
     *
     * @throws RegistrationError in the RFC's words
     */
    Optional<Told> replace(String clientId, String token, Fields sent) {
        if (registered.find(clientId, token).isEmpty()) return Optional.empty();
        if (!sent.text("client_id").equals(Optional.of(clientId)))
            throw RegistrationError.metadata("client_id: the client's own");
        sectors.check(sent);
        String logo = emblems.of(sent, ACTOR).orElse(null);
        return Objects.requireNonNull(transaction.execute(status -> replaced(clientId, token, sent, logo)));
    }

    private Optional<Told> replaced(String clientId, String token, Fields sent, @Nullable String logo) {
        return registered.find(clientId, token).map(row -> {
            OidcClient before = definition(row).client();
            OidcClient client = ClientMetadata.read(sent, clientId, before != null && before.firstParty());
            if (before != null && ClientMetadata.keepsSecret(client) && !ClientMetadata.keepsSecret(before))
                throw RegistrationError.metadata("token_endpoint_auth_method: register anew to be given a secret");
            commands.send(new ConfigureOidcClient(row.service(), client), ACTOR);
            if (row.deletable()) {
                ServiceDescription said =
                        ServiceMetadata.read(sent, definition(row).description(), logo);
                commands.send(new DescribeService(row.service(), said), ACTOR);
            }
            return told(row, token, null);
        });
    }

    /** Empty when the token is not the client's; false when an admin's service would go with it. */
    Optional<Boolean> remove(String clientId, String token) {
        return registered.find(clientId, token).map(row -> {
            if (row.deletable()) commands.send(new RetireService(row.service()), ACTOR);
            return row.deletable();
        });
    }

    private Definitions.Definition definition(Registered.Client row) {
        return definitions.find(row.service()).orElseThrow(() -> new IllegalStateException("no such service"));
    }

    private Told told(Registered.Client row, String token, @Nullable UUID secret) {
        Map<String, Object> metadata = new LinkedHashMap<>();
        Definitions.Definition now = definition(row);
        if (now.client() != null) ClientTold.write(now.client(), metadata);
        ServiceMetadata.write(now.description(), metadata);
        metadata.put("client_id_issued_at", row.registeredAt().getEpochSecond());
        if (secret != null) {
            metadata.put("client_secret", RegisteredSecret.of(keyring, secret));
            metadata.put("client_secret_expires_at", 0);
        }
        return new Told(row.clientId(), token, metadata);
    }
}

package org.acides.hiboo.identity.upstream;

import java.net.URI;
import java.time.Clock;
import java.util.function.Consumer;
import org.acides.hiboo.identity.api.Role;
import org.acides.hiboo.identity.api.UpstreamId;
import org.acides.hiboo.identity.api.commands.ChangeUpstream;
import org.acides.hiboo.identity.api.commands.CloseUpstream;
import org.acides.hiboo.identity.api.commands.OpenUpstream;
import org.acides.hiboo.identity.api.commands.RegisterUpstream;
import org.acides.hiboo.identity.api.commands.RemoveUpstream;
import org.acides.hiboo.infrastructure.api.Actor;
import org.acides.hiboo.infrastructure.api.Refused;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/** What admins do with providers, in one transaction each: event, look-up, and the secret. */
@Component
class UpstreamOffice {

    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_CLIENT = 200;
    private static final int LONGEST_SECRET = 1000;

    private final Repository<Upstream> repository;
    private final Upstreams upstreams;
    private final UpstreamSecrets secrets;
    private final Clock clock;

    UpstreamOffice(Repository<Upstream> repository, Upstreams upstreams, UpstreamSecrets secrets, Clock clock) {
        this.repository = repository;
        this.upstreams = upstreams;
        this.secrets = secrets;
        this.clock = clock;
    }

    @CommandHandler
    void handle(RegisterUpstream command, @MetaDataValue("role") String role) throws Exception {
        requireAdmin(role);
        UpstreamId id = command.upstreamId();
        String name = name(command.name());
        URI issuer = Issuers.require(command.issuer());
        String client = visible(command.clientId(), LONGEST_CLIENT, "upstream.client-malformed");
        String secret = secret(command.secret());
        if (upstreams.find(id).isPresent()) return;
        secrets.store(id, secret);
        repository.newInstance(() -> new Upstream(id, name, issuer, client, command.trusted(), clock.instant()));
    }

    @CommandHandler
    void handle(ChangeUpstream command, @MetaDataValue("role") String role) {
        requireAdmin(role);
        String name = name(command.name());
        String secret = command.secret() == null ? null : secret(command.secret());
        on(command.upstreamId(), upstream -> upstream.change(name, command.trusted(), secret != null, clock.instant()));
        if (secret != null) secrets.store(command.upstreamId(), secret);
    }

    @CommandHandler
    void handle(OpenUpstream command, @MetaDataValue("role") String role) {
        requireAdmin(role);
        on(command.upstreamId(), upstream -> upstream.open(clock.instant()));
    }

    @CommandHandler
    void handle(CloseUpstream command, @MetaDataValue("role") String role) {
        requireAdmin(role);
        on(command.upstreamId(), upstream -> upstream.close(clock.instant()));
    }

    @CommandHandler
    void handle(RemoveUpstream command, @MetaDataValue("role") String role) {
        requireAdmin(role);
        if (upstreams.anyLink(command.upstreamId())) throw new Refused("upstream.linked");
        on(command.upstreamId(), upstream -> upstream.remove(clock.instant()));
        secrets.forget(command.upstreamId());
    }

    private static void requireAdmin(String role) {
        if (!role.equals(Role.ADMIN.name()) && !role.equals(Actor.SYSTEM)) throw new Refused("upstream.not-yours");
    }

    private static String name(String typed) {
        String name = typed.strip();
        if (name.isEmpty() || name.codePointCount(0, name.length()) > LONGEST_NAME)
            throw new Refused("upstream.name-malformed", LONGEST_NAME);
        return name;
    }

    private static String secret(String typed) {
        return visible(typed, LONGEST_SECRET, "upstream.secret-malformed");
    }

    private static String visible(String typed, int most, String refusal) {
        String text = typed.strip();
        if (text.length() > most || !text.matches("[!-~]+")) throw new Refused(refusal, most);
        return text;
    }

    private void on(UpstreamId id, Consumer<Upstream> act) {
        if (upstreams.find(id).isEmpty()) throw new Refused("upstream.unknown");
        repository.load(id.toString()).execute(act);
    }
}

package org.acides.hiboo;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.acides.hiboo.captcha.api.SiteId;
import org.acides.hiboo.captcha.api.SiteKey;
import org.acides.hiboo.captcha.api.SiteSettings;
import org.acides.hiboo.captcha.api.commands.ConfigureSite;
import org.acides.hiboo.captcha.api.commands.IssueSiteSecret;
import org.acides.hiboo.captcha.api.commands.IssuedSiteSecret;
import org.acides.hiboo.captcha.api.commands.RegisterSite;
import org.acides.hiboo.captcha.api.queries.FindChallengeKinds;
import org.acides.hiboo.captcha.api.queries.FindSite;
import org.acides.hiboo.captcha.api.queries.SiteRow;
import org.acides.hiboo.identity.captcha.FormsSite;
import org.acides.hiboo.identity.captcha.SiteKeys;
import org.acides.hiboo.infrastructure.api.Actor;
import org.acides.hiboo.infrastructure.api.Commands;
import org.acides.hiboo.infrastructure.web.PublicAddress;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.core.env.Environment;

/**
 * Hiboo's forms as a site of Hiboo's captcha: registered when there is none, one after the other where admins retire them.
 * Identity and the captcha know nothing of each other.
 */
class HibooForms implements FormsSite {

    private static final Actor ACTOR = Actor.system("forms");
    private static final Duration OVERLAP = Duration.ofDays(1);

    /** Work first, which asks nothing of anybody; what is read or heard is for whoever runs no script. */
    private static final List<String> KINDS = List.of("pow", "image", "audio");

    private final Commands commands;
    private final QueryGateway queries;
    private final PublicAddress address;
    private final Environment environment;

    HibooForms(Commands commands, QueryGateway queries, PublicAddress address, Environment environment) {
        this.commands = commands;
        this.queries = queries;
        this.address = address;
        this.environment = environment;
    }

    /** The way round the proxy: it may not let this machine in. */
    @Override
    public URI siteverify() {
        String bound = environment.getProperty("server.address", "");
        String host = bound.isBlank() || bound.equals("0.0.0.0") || bound.equals("::") ? "127.0.0.1" : bound;
        String port = environment.getRequiredProperty("local.server.port");
        return URI.create(
                "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port + "/captcha/siteverify");
    }

    @Override
    public String siteKey() {
        SiteId id = living();
        Optional<SiteRow> known = find(id);
        if (known.isEmpty()) {
            SiteKey key = commands.send(new RegisterSite(id, null, settings()), ACTOR);
            return key.value();
        }
        known.filter(site -> !site.settings().covers(host())).ifPresent(this::letIn);
        return known.get().siteKey().value();
    }

    @Override
    public SiteKeys issueSecret() {
        IssuedSiteSecret issued = commands.send(new IssueSiteSecret(living(), OVERLAP), ACTOR);
        return new SiteKeys(issued.siteKey().value(), issued.secret());
    }

    private SiteId living() {
        return Stream.iterate(1, number -> number + 1)
                .map(HibooForms::id)
                .filter(id -> find(id).filter(SiteRow::retired).isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private static SiteId id(int number) {
        return new SiteId(UUID.nameUUIDFromBytes(("Hiboo's own forms " + number).getBytes(StandardCharsets.UTF_8)));
    }

    private Optional<SiteRow> find(SiteId id) {
        return queries.query(new FindSite(id), ResponseTypes.optionalInstanceOf(SiteRow.class))
                .join();
    }

    private SiteSettings settings() {
        List<String> known = queries.query(new FindChallengeKinds(), ResponseTypes.multipleInstancesOf(String.class))
                .join();
        return new SiteSettings(
                "Hiboo", List.of(host()), KINDS.stream().filter(known::contains).toList(), 1, 8, 60);
    }

    /** After a move: whatever else was decided about the site stays. */
    private void letIn(SiteRow site) {
        SiteSettings now = site.settings();
        List<String> domains = new ArrayList<>(List.of(host()));
        domains.addAll(now.domains());
        commands.send(
                new ConfigureSite(
                        site.siteId(),
                        new SiteSettings(
                                now.name(),
                                domains.stream().limit(20).toList(),
                                now.kinds(),
                                now.least(),
                                now.most(),
                                now.calm())),
                ACTOR);
    }

    private String host() {
        return address.origin().getHost();
    }
}

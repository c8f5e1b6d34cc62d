package org.acides.hiboo.captcha.site;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.acides.hiboo.captcha.api.SiteId;
import org.acides.hiboo.captcha.api.SiteKey;
import org.acides.hiboo.captcha.api.SiteSettings;
import org.acides.hiboo.captcha.api.commands.ConfigureSite;
import org.acides.hiboo.captcha.api.commands.IssueSiteSecret;
import org.acides.hiboo.captcha.api.commands.IssuedSiteSecret;
import org.acides.hiboo.captcha.api.commands.RegisterSite;
import org.acides.hiboo.captcha.api.commands.RetireSite;
import org.acides.hiboo.captcha.api.commands.SetDifficulty;
import org.acides.hiboo.captcha.api.queries.SiteRow;
import org.acides.hiboo.captcha.kind.ChallengeKind;
import org.acides.hiboo.infrastructure.api.Actor;
import org.acides.hiboo.infrastructure.api.Refused;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.Repository;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What admins, and managers for their services, decide about sites. */
@Component
public class SiteOffice {

    private final Repository<Site> repository;
    private final SiteRows rows;
    private final SiteSecrets secrets;
    private final Managers managers;
    private final Set<String> kinds;
    private final List<LeftBehind> leftBehind;
    private final Clock clock;

    SiteOffice(
            Repository<Site> repository,
            SiteRows rows,
            SiteSecrets secrets,
            Managers managers,
            ObjectProvider<ChallengeKind> kinds,
            List<LeftBehind> leftBehind,
            Clock clock) {
        this.repository = repository;
        this.rows = rows;
        this.secrets = secrets;
        this.managers = managers;
        this.kinds = kinds.stream().map(ChallengeKind::name).collect(Collectors.toUnmodifiableSet());
        this.leftBehind = leftBehind;
        this.clock = clock;
    }

    /** Asked twice for one site, it registers it once. */
    @CommandHandler
    SiteKey handle(RegisterSite command, @MetaDataValue("actor") String actor, @MetaDataValue("role") String role)
            throws Exception {
        managers.require(command.service(), new Actor(actor, role));
        requireKnown(command.settings());
        if (rows.find(command.siteId()).isPresent())
            return require(command.siteId(), new Actor(actor, role)).siteKey();
        SiteKey key = SiteKey.random();
        repository.newInstance(
                () -> new Site(command.siteId(), key, command.service(), command.settings(), clock.instant()));
        return key;
    }

    @CommandHandler
    void handle(ConfigureSite command, @MetaDataValue("actor") String actor, @MetaDataValue("role") String role) {
        require(command.siteId(), new Actor(actor, role));
        requireKnown(command.settings());
        on(command.siteId(), site -> site.configure(command.settings(), clock.instant()));
    }

    @CommandHandler
    IssuedSiteSecret handle(
            IssueSiteSecret command, @MetaDataValue("actor") String actor, @MetaDataValue("role") String role) {
        SiteRow row = require(command.siteId(), new Actor(actor, role));
        // In the aggregate's turn: two who issue at once do so one after the other.
        return repository.load(command.siteId().toString()).invoke(site -> {
            SiteSecrets.Issued issued = secrets.issue(row.siteId(), command.overlap());
            site.issueSecret(issued.secretId(), issued.previousEnd(), issued.at());
            return new IssuedSiteSecret(row.siteKey(), issued.secret());
        });
    }

    @CommandHandler
    void handle(RetireSite command, @MetaDataValue("actor") String actor, @MetaDataValue("role") String role) {
        require(command.siteId(), new Actor(actor, role));
        secrets.end(command.siteId());
        leftBehind.forEach(each -> each.retired(command.siteId()));
        on(command.siteId(), site -> site.retire(clock.instant()));
    }

    @CommandHandler
    void handle(SetDifficulty command, @MetaDataValue("role") String role) {
        if (!role.equals(Actor.SYSTEM)) throw new Refused("site.not-yours");
        if (rows.find(command.siteId()).isEmpty()) throw new Refused("site.unknown");
        on(command.siteId(), site -> site.follow(command.difficulty(), command.passesAMinute(), clock.instant()));
    }

    /**
     * Lets admins pass, and the managers of the site's service.
     *
     * @throws Refused {@code site.unknown}, {@code site.not-yours}
     */
    public SiteRow require(SiteId site, Actor actor) {
        SiteRow row = rows.find(site).orElseThrow(() -> new Refused("site.unknown"));
        managers.require(row.service(), actor);
        return row;
    }

    private void requireKnown(SiteSettings settings) {
        for (String kind : settings.kinds()) if (!kinds.contains(kind)) throw new Refused("site.kind-unknown", kind);
    }

    private void on(SiteId site, Consumer<Site> act) {
        repository.load(site.toString()).execute(act);
    }
}

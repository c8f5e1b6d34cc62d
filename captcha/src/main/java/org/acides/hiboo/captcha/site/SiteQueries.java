package org.acides.hiboo.captcha.site;

import java.util.List;
import java.util.Optional;
import org.acides.hiboo.captcha.api.queries.FindChallengeKinds;
import org.acides.hiboo.captcha.api.queries.FindSite;
import org.acides.hiboo.captcha.api.queries.FindSiteSecrets;
import org.acides.hiboo.captcha.api.queries.FindSites;
import org.acides.hiboo.captcha.api.queries.SiteRow;
import org.acides.hiboo.captcha.api.queries.SiteSecretRow;
import org.acides.hiboo.captcha.kind.ChallengeKind;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What screens ask about sites, as of the last commit. */
@Component
class SiteQueries {

    private static final int MOST = 500;

    private final SiteRows rows;
    private final SiteSecrets secrets;
    private final ObjectProvider<ChallengeKind> kinds;

    SiteQueries(SiteRows rows, SiteSecrets secrets, ObjectProvider<ChallengeKind> kinds) {
        this.rows = rows;
        this.secrets = secrets;
        this.kinds = kinds;
    }

    @QueryHandler
    List<SiteRow> handle(FindSites query) {
        return rows.list(query.services(), MOST);
    }

    @QueryHandler
    Optional<SiteRow> handle(FindSite query) {
        return rows.find(query.siteId());
    }

    @QueryHandler
    List<SiteSecretRow> handle(FindSiteSecrets query) {
        return secrets.holding(query.siteId());
    }

    @QueryHandler
    List<String> handle(FindChallengeKinds query) {
        return kinds.stream().map(ChallengeKind::name).sorted().toList();
    }
}

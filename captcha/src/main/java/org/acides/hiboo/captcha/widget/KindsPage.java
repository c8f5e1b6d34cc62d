package org.acides.hiboo.captcha.widget;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.acides.hiboo.captcha.api.SiteKey;
import org.acides.hiboo.captcha.challenge.Challenges;
import org.acides.hiboo.captcha.site.KnownSite;
import org.acides.hiboo.captcha.site.Sites;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The kinds of challenge that a site accepts and can pose, for visitors to choose from: {@code {"kinds":["pow","image"]}}. */
@RestController
class KindsPage {

    private final Sites sites;
    private final Challenges challenges;

    KindsPage(Sites sites, Challenges challenges) {
        this.sites = sites;
        this.challenges = challenges;
    }

    @GetMapping("/captcha/kinds")
    ResponseEntity<Map<String, List<String>>> kinds(@RequestParam(name = "sitekey", defaultValue = "") String key) {
        Optional<KnownSite> site = SiteKey.isWellFormed(key) ? sites.find(new SiteKey(key)) : Optional.empty();
        return ResponseEntity.of(site.map(each -> Map.of("kinds", challenges.ready(each))));
    }
}

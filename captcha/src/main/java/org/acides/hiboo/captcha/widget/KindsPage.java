package org.acides.hiboo.captcha.widget;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.acides.hiboo.captcha.api.SiteKey;
import org.acides.hiboo.captcha.site.KnownSite;
import org.acides.hiboo.captcha.site.Sites;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The kinds of challenge that a site accepts, for visitors to choose from: {@code {"kinds":["pow","image"]}}. */
@RestController
class KindsPage {

    private final Sites sites;

    KindsPage(Sites sites) {
        this.sites = sites;
    }

    @GetMapping("/captcha/kinds")
    ResponseEntity<Map<String, List<String>>> kinds(@RequestParam(name = "sitekey", defaultValue = "") String key) {
        Optional<KnownSite> site = SiteKey.isWellFormed(key) ? sites.find(new SiteKey(key)) : Optional.empty();
        return ResponseEntity.of(
                site.map(each -> Map.of("kinds", each.settings().kinds())));
    }
}

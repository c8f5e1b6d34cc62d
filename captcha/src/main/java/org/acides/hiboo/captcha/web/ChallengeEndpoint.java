package org.acides.hiboo.captcha.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.acides.hiboo.captcha.api.SiteKey;
import org.acides.hiboo.captcha.challenge.Challenges;
import org.acides.hiboo.captcha.challenge.Wanted;
import org.acides.hiboo.captcha.site.KnownSite;
import org.acides.hiboo.captcha.site.Sites;
import org.acides.hiboo.infrastructure.api.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where widgets get their challenges, official ones of ALTCHA's too. */
@RestController
class ChallengeEndpoint {

    private final Sites sites;
    private final Challenges challenges;
    private final Origins origins;

    ChallengeEndpoint(Sites sites, Challenges challenges, Origins origins) {
        this.sites = sites;
        this.challenges = challenges;
        this.origins = origins;
    }

    @GetMapping("/captcha/challenge")
    ResponseEntity<?> challenge(
            @RequestParam(name = "sitekey", defaultValue = "") String key,
            @RequestParam(name = "action", defaultValue = "") String action,
            @RequestParam(name = "cdata", defaultValue = "") String cdata,
            @RequestParam(name = "kind", required = false) @Nullable String kind,
            @RequestParam(name = "lang", required = false) @Nullable String language,
            @RequestHeader(name = HttpHeaders.ORIGIN, required = false) @Nullable String origin,
            HttpServletRequest request) {
        Optional<KnownSite> site = SiteKey.isWellFormed(key) ? sites.find(new SiteKey(key)) : Optional.empty();
        if (site.isEmpty()) return Problems.of(HttpStatus.NOT_FOUND, "site", "There is no site of this key.");
        if (!origins.mayPose(site.get(), origin))
            return Problems.of(HttpStatus.FORBIDDEN, "foreign", "This page is not of the site's domains.");
        Locale locale = language == null ? request.getLocale() : Locale.of(language);
        Wanted wanted;
        try {
            wanted = new Wanted(kind, action, cdata, origins.hostOn(site.get(), origin), locale);
        } catch (IllegalArgumentException malformed) {
            return Problems.of(HttpStatus.BAD_REQUEST, "malformed", String.valueOf(malformed.getMessage()));
        }
        try {
            return challenges
                    .issue(site.get(), wanted)
                    .<ResponseEntity<?>>map(out -> ResponseEntity.ok()
                            .cacheControl(CacheControl.noStore())
                            .body(out))
                    .orElseGet(() -> Problems.of(
                            HttpStatus.BAD_REQUEST, "kind", "The site does not accept this kind of challenge."));
        } catch (Refused nothingToPose) {
            return Problems.of(HttpStatus.CONFLICT, "empty", "The site has nothing to pose of this kind.");
        }
    }
}

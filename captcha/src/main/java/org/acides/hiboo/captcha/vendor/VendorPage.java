package org.acides.hiboo.captcha.vendor;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.acides.hiboo.captcha.api.SiteKey;
import org.acides.hiboo.captcha.api.Vendor;
import org.acides.hiboo.captcha.challenge.Challenges;
import org.acides.hiboo.captcha.challenge.Wanted;
import org.acides.hiboo.captcha.page.Carried;
import org.acides.hiboo.captcha.page.Words;
import org.acides.hiboo.captcha.site.KnownSite;
import org.acides.hiboo.captcha.site.Sites;
import org.acides.hiboo.infrastructure.api.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where a vendor's script runs: on Hiboo's own origin, apart from the form that needs a pass, and only after the visitor
 * agreed. No {@code Referer} leaves it, so the vendor learns that somebody was at Hiboo, and not where they came from.
 */
@Controller
class VendorPage {

    private static final Map<Vendor, String> NAMES =
            Map.of(Vendor.HCAPTCHA, "hCaptcha", Vendor.RECAPTCHA, "reCAPTCHA", Vendor.TURNSTILE, "Turnstile");

    private final Sites sites;
    private final VendorKeys keys;
    private final Vendors vendors;
    private final Challenges challenges;

    VendorPage(Sites sites, VendorKeys keys, Vendors vendors, Challenges challenges) {
        this.sites = sites;
        this.keys = keys;
        this.vendors = vendors;
        this.challenges = challenges;
    }

    /** @param opener origin of the page with the form; one that is not the site's gets nothing */
    @GetMapping("/captcha/vendor")
    ModelAndView show(
            @RequestParam(name = "sitekey", defaultValue = "") String sitekey,
            @RequestParam(name = "kind", defaultValue = "") String kind,
            @RequestParam(name = "action", defaultValue = "") String action,
            @RequestParam(name = "cdata", defaultValue = "") String cdata,
            @RequestParam(name = "lang", required = false) @Nullable String lang,
            @RequestParam(name = "opener", required = false) @Nullable String opener,
            @RequestParam(name = "agreed", defaultValue = "false") boolean agreed,
            HttpServletRequest request,
            HttpServletResponse response) {
        Words words = Words.of(lang, request.getLocale());
        ModelAndView page = new ModelAndView("captcha/vendor").addObject("words", words);
        KnownSite site =
                SiteKey.isWellFormed(sitekey) ? sites.find(new SiteKey(sitekey)).orElse(null) : null;
        Vendor vendor = Vendor.of(kind).orElse(null);
        String key = site == null || vendor == null
                ? null
                : keys.key(site.siteId(), vendor).orElse(null);
        if (site == null
                || vendor == null
                || key == null
                || !site.settings().kinds().contains(kind)) return lost(page);
        String origin = originOf(site, opener).orElse(null);
        page.addObject("name", NAMES.get(vendor)).addObject("kind", kind).addObject("sitekey", sitekey);
        page.addObject("action", action).addObject("cdata", cdata).addObject("opener", origin);
        // The page that opened this one waits for what it finds.
        response.setHeader("Cross-Origin-Opener-Policy", "unsafe-none");
        if (!agreed || !fromHere(request)) return page;
        Endpoints endpoints = vendors.of(vendor);
        response.setHeader("Content-Security-Policy", policy(endpoints));
        response.setHeader("Referrer-Policy", "no-referrer");
        page.addObject("key", key).addObject("widget", endpoints.widget());
        page.addObject("script", endpoints.script() + "?hl=" + words.language());
        return pose(page, site, new Asking(kind, action, cdata, origin, words.locale()));
    }

    /** A link of somebody else's says yes for nobody (Fetch Metadata Request Headers, §2.3). */
    private static boolean fromHere(HttpServletRequest request) {
        String from = request.getHeader("Sec-Fetch-Site");
        return from == null || from.equals("same-origin");
    }

    private record Asking(
            String kind,
            String action,
            String cdata,
            @Nullable String origin,
            Locale locale) {}

    private ModelAndView pose(ModelAndView page, KnownSite site, Asking asking) {
        try {
            String host =
                    asking.origin() == null ? null : URI.create(asking.origin()).getHost();
            Wanted wanted = new Wanted(asking.kind(), asking.action(), asking.cdata(), host, asking.locale());
            return page.addObject(
                    "challenge", Carried.of(challenges.issue(site, wanted).orElseThrow()));
        } catch (IllegalArgumentException | Refused no) {
            return lost(page.addObject("name", null));
        }
    }

    private static ModelAndView lost(ModelAndView page) {
        page.setStatus(HttpStatus.NOT_FOUND);
        return page;
    }

    static Optional<String> originOf(KnownSite site, @Nullable String opener) {
        if (opener == null) return Optional.empty();
        try {
            URI uri = URI.create(opener);
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            if (!web || uri.getHost() == null || !site.settings().covers(uri.getHost())) return Optional.empty();
            return Optional.of(
                    uri.getScheme() + "://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** What each vendor says that it needs, and nothing of any other. */
    private static String policy(Endpoints endpoints) {
        String hosts = String.join(" ", endpoints.hosts());
        return "default-src 'none'; script-src 'self' " + hosts + "; frame-src " + hosts + "; style-src 'self' " + hosts
                + "; img-src 'self' data: " + hosts + "; connect-src 'self' " + hosts
                + "; worker-src blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    }
}

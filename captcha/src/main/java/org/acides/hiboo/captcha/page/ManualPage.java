package org.acides.hiboo.captcha.page;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.acides.hiboo.captcha.api.SiteKey;
import org.acides.hiboo.captcha.challenge.Challenges;
import org.acides.hiboo.captcha.challenge.NotSolved;
import org.acides.hiboo.captcha.challenge.Solutions;
import org.acides.hiboo.captcha.challenge.Solved;
import org.acides.hiboo.captcha.challenge.Wanted;
import org.acides.hiboo.captcha.site.KnownSite;
import org.acides.hiboo.captcha.site.Sites;
import org.acides.hiboo.captcha.web.SmallBody;
import org.acides.hiboo.infrastructure.api.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The way for whoever has no JavaScript: one task, one answer, and a pass to copy into the form. */
@Controller
class ManualPage {

    private static final Set<String> KINDS = Set.of("image", "audio", "question");

    /** Of which one page shows the same text, where the site accepts both. */
    private static final Set<String> TEXTS = Set.of("image", "audio");

    private final Sites sites;
    private final Challenges challenges;
    private final Solutions solutions;
    private final SmallBody body;

    ManualPage(Sites sites, Challenges challenges, Solutions solutions, SmallBody body) {
        this.sites = sites;
        this.challenges = challenges;
        this.solutions = solutions;
        this.body = body;
    }

    @GetMapping("/captcha/manual")
    ModelAndView ask(
            @RequestParam(name = "sitekey", defaultValue = "") String sitekey,
            @RequestParam(name = "action", defaultValue = "") String action,
            @RequestParam(name = "cdata", defaultValue = "") String cdata,
            @RequestParam(name = "kind", required = false) @Nullable String kind,
            @RequestParam(name = "lang", required = false) @Nullable String lang,
            HttpServletRequest request) {
        return posed(new Visit(sitekey, action, cdata, kind, Words.of(lang, request.getLocale())), null);
    }

    @PostMapping("/captcha/manual")
    ModelAndView answer(HttpServletRequest request) throws IOException {
        Map<String, String> fields = body.read(request).orElse(Map.of());
        Words words = Words.of(fields.get("lang"), request.getLocale());
        String sitekey = fields.getOrDefault("sitekey", "");
        Visit visit = new Visit(
                sitekey,
                fields.getOrDefault("action", ""),
                fields.getOrDefault("cdata", ""),
                fields.get("kind"),
                words);
        try {
            String payload = Carried.solved(fields.getOrDefault("challenge", ""), fields.getOrDefault("text", ""));
            Solved solved =
                    solutions.solve(payload, site -> site.siteKey().value().equals(sitekey));
            return visit.page("captcha/manual")
                    .addObject("site", solved.site().host())
                    .addObject("pass", solved.pass());
        } catch (NotSolved no) {
            return posed(visit, no.reason() == NotSolved.Reason.WRONG ? "wrong" : "late");
        } catch (IllegalArgumentException malformed) {
            return posed(visit, "late");
        } catch (Refused busy) {
            return posed(visit, "busy");
        }
    }

    private ModelAndView posed(Visit visit, @Nullable String say) {
        ModelAndView page = visit.page("captcha/manual");
        KnownSite site = site(visit.sitekey()).orElse(null);
        if (site == null) {
            page.setStatus(HttpStatus.NOT_FOUND);
            return page;
        }
        List<String> kinds =
                challenges.ready(site).stream().filter(KINDS::contains).toList();
        String kind = kinds.contains(visit.kind()) ? visit.kind() : kinds.isEmpty() ? null : kinds.getFirst();
        page.addObject("site", site.host());
        page.addObject("kinds", kinds);
        page.addObject("kind", kind);
        page.addObject("others", others(kinds, kind));
        page.addObject("say", say);
        page.addObject("elsewhere", visit.elsewhere(kind));
        if (kind != null) pose(page, site, visit, kind);
        return page;
    }

    private void pose(ModelAndView page, KnownSite site, Visit visit, String kind) {
        try {
            Wanted wanted = new Wanted(
                    kind, visit.action(), visit.cdata(), null, visit.words().locale());
            Map<String, Object> challenge = challenges.issue(site, wanted).orElseThrow();
            page.addObject("challenge", Carried.of(challenge));
            page.addObject("shown", Objects.requireNonNull(challenge.get("shown")));
        } catch (IllegalArgumentException malformed) {
            page.setStatus(HttpStatus.BAD_REQUEST);
            page.addObject("say", "unknown");
        } catch (Refused none) {
            page.addObject("say", "none");
        }
    }

    private Optional<KnownSite> site(String key) {
        return SiteKey.isWellFormed(key) ? sites.find(new SiteKey(key)) : Optional.empty();
    }

    private static List<String> others(List<String> kinds, @Nullable String posed) {
        return kinds.stream()
                .filter(each ->
                        !each.equals(posed) && !(posed != null && TEXTS.contains(posed) && TEXTS.contains(each)))
                .toList();
    }
}

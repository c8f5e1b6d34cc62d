package org.acides.hiboo.captcha.page;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.acides.hiboo.captcha.challenge.NotSolved;
import org.acides.hiboo.captcha.challenge.Proof;
import org.acides.hiboo.captcha.challenge.Solutions;
import org.acides.hiboo.captcha.site.KnownSite;
import org.acides.hiboo.captcha.site.Sites;
import org.acides.hiboo.captcha.web.SmallBody;
import org.acides.hiboo.infrastructure.api.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A form as a site would have one, with the widget on it; only in the demo, whose site is called {@value #SITE}. */
@Controller
@ConditionalOnBooleanProperty("hiboo.demo")
class DemoPage {

    static final String SITE = "Demo";
    private static final String FIELD = "h-captcha-response";

    private final Sites sites;
    private final Solutions solutions;
    private final SmallBody body;

    DemoPage(Sites sites, Solutions solutions, SmallBody body) {
        this.sites = sites;
        this.solutions = solutions;
        this.body = body;
    }

    @GetMapping("/captcha/demo")
    ModelAndView show(
            @RequestParam(name = "lang", required = false) @Nullable String lang, HttpServletRequest request) {
        return page(Words.of(lang, request.getLocale()));
    }

    @PostMapping("/captcha/demo")
    ModelAndView receive(HttpServletRequest request) throws IOException {
        Map<String, String> fields = body.read(request).orElse(Map.of());
        ModelAndView page = page(Words.of(fields.get("lang"), request.getLocale()));
        try {
            KnownSite site = site().orElseThrow(() -> new NotSolved(NotSolved.Reason.FOREIGN));
            Proof proof = solutions.verify(site.siteKey(), fields.getOrDefault(FIELD, ""), null);
            return page.addObject("proof", proof);
        } catch (NotSolved | Refused no) {
            return page.addObject("refused", true);
        }
    }

    private ModelAndView page(Words words) {
        return new ModelAndView("captcha/demo")
                .addObject("words", words)
                .addObject("elsewhere", "/captcha/demo?lang=" + words.other())
                .addObject("sitekey", site().map(each -> each.siteKey().value()).orElse(""));
    }

    private Optional<KnownSite> site() {
        return sites.all().stream()
                .filter(each -> each.settings().name().equals(SITE))
                .findFirst();
    }
}

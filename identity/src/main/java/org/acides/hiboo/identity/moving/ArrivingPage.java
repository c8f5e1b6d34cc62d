package org.acides.hiboo.identity.moving;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.acides.hiboo.identity.api.SignedIn;
import org.acides.hiboo.identity.credential.Attempts;
import org.acides.hiboo.identity.signin.Refusal;
import org.acides.hiboo.infrastructure.api.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** «I come from another community»: where members hand bundles in, say what shall come, and see how far it got. */
@Controller
@RequestMapping("/arriving")
class ArrivingPage {

    private static final URI HERE = URI.create("/arriving");

    private final Arrivals arrivals;
    private final ArrivalWords words;
    private final Attempts attempts;

    ArrivingPage(Arrivals arrivals, ArrivalWords words, Attempts attempts) {
        this.arrivals = arrivals;
        this.words = words;
        this.attempts = attempts;
    }

    @GetMapping
    Object show(@AuthenticationPrincipal @Nullable SignedIn who) {
        return who == null ? signInFirst() : page(who);
    }

    @PostMapping
    Object handIn(
            @AuthenticationPrincipal @Nullable SignedIn who,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            @RequestParam(name = "code", defaultValue = "") String code)
            throws IOException {
        if (who == null) return signInFirst();
        String tried = "arriving " + who.account();
        String source = "session " + who.session();
        try {
            if (file == null || file.isEmpty()) throw new Refused("bundle.missing");
            attempts.require(tried, source, null);
            UUID id = arrivals.handIn(who.account(), file.getBytes(), code);
            String ignored = attempts.succeeded(tried, source, null);
            return goTo(URI.create("/arriving/" + id));
        } catch (Refused no) {
            return refused(page(who), no);
        }
    }

    @GetMapping("/{id}")
    Object look(@AuthenticationPrincipal @Nullable SignedIn who, @PathVariable("id") String id) {
        if (who == null) return signInFirst();
        return find(who, id).<Object>map(this::page).orElseGet(() -> goTo(HERE));
    }

    /** @param form {@code bring} has the references of what shall come, {@code name-…} the username of each */
    @PostMapping("/{id}")
    Object want(
            @AuthenticationPrincipal @Nullable SignedIn who,
            @PathVariable("id") String id,
            @RequestParam(name = "bring", defaultValue = "") List<String> bring,
            @RequestParam Map<String, String> form) {
        if (who == null) return signInFirst();
        Map.Entry<UUID, Arrival> found = find(who, id).orElse(null);
        if (found == null) return goTo(HERE);
        Map<String, String> wanted = new LinkedHashMap<>();
        for (Coming one : found.getValue().profiles()) {
            String ref = one.line().ref();
            if (bring.contains(ref))
                wanted.put(ref, form.getOrDefault("name-" + ref, one.username()).strip());
        }
        try {
            arrivals.want(who.account(), found.getKey(), wanted);
            return goTo(URI.create("/arriving/" + found.getKey()));
        } catch (Refused no) {
            return refused(page(found), no);
        }
    }

    @PostMapping("/{id}/forget")
    Object forget(@AuthenticationPrincipal @Nullable SignedIn who, @PathVariable("id") String id) {
        if (who == null) return signInFirst();
        find(who, id).ifPresent(found -> arrivals.forget(who.account(), found.getKey()));
        return goTo(HERE);
    }

    private Optional<Map.Entry<UUID, Arrival>> find(SignedIn who, String id) {
        try {
            UUID arrival = UUID.fromString(id);
            return arrivals.find(who.account(), arrival).map(found -> Map.entry(arrival, found));
        } catch (IllegalArgumentException noIdentifier) {
            return Optional.empty();
        }
    }

    private ModelAndView page(SignedIn who) {
        return new ModelAndView("identity/arriving").addObject("arrivals", words.all(arrivals.of(who.account())));
    }

    private ModelAndView page(Map.Entry<UUID, Arrival> found) {
        return new ModelAndView("identity/arrival")
                .addObject("arrival", words.one(found.getKey(), found.getValue()))
                .addObject("hours", Math.max(1, arrivals.spread().toHours()));
    }

    private static ModelAndView refused(ModelAndView page, Refused no) {
        page.setStatus(no.code().equals("throttled") ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.UNPROCESSABLE_CONTENT);
        return page.addObject("refusal", new Refusal(no.code(), no.arguments().toArray()));
    }

    private static ResponseEntity<Void> signInFirst() {
        return goTo(URI.create("/sign-in?continue=" + URLEncoder.encode("/arriving", StandardCharsets.UTF_8)));
    }

    private static ResponseEntity<Void> goTo(URI address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(address).build();
    }
}

package org.acides.hiboo.identity.moving;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.acides.hiboo.identity.api.CommunityId;
import org.acides.hiboo.identity.api.MoveId;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.SignedIn;
import org.acides.hiboo.identity.factor.Freshness;
import org.acides.hiboo.identity.signin.Refusal;
import org.acides.hiboo.infrastructure.api.Commands;
import org.acides.hiboo.infrastructure.api.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** «I move to another community»: where members get a bundle of their profiles, each time after proving anew who they are. */
@Controller
@RequestMapping("/leaving")
class LeavingPage {

    private static final URI HERE = URI.create("/leaving");

    private final LeavingWords words;
    private final StoredMoves stored;
    private final Communities communities;
    private final Freshness freshness;
    private final Commands commands;

    LeavingPage(
            LeavingWords words, StoredMoves stored, Communities communities, Freshness freshness, Commands commands) {
        this.words = words;
        this.stored = stored;
        this.communities = communities;
        this.freshness = freshness;
        this.commands = commands;
    }

    @GetMapping
    Object show(@AuthenticationPrincipal @Nullable SignedIn who, Locale locale) {
        if (who == null || !freshness.of(who)) return proveFirst();
        return page(who, locale);
    }

    @PostMapping
    Object prepare(
            @AuthenticationPrincipal @Nullable SignedIn who,
            @RequestParam(name = "to", defaultValue = "") String to,
            @RequestParam(name = "profile", defaultValue = "") Set<String> chosen,
            Locale locale) {
        if (who == null || !freshness.of(who)) return proveFirst();
        try {
            CommunityId community = CommunityId.of(to);
            Set<ProfileId> profiles = chosen.stream()
                    .filter(id -> !id.isEmpty())
                    .map(ProfileId::of)
                    .collect(Collectors.toSet());
            MoveId id = MoveId.random();
            String code = commands.send(new PrepareMove(id, who.account(), community, profiles), who.asMember());
            return new ModelAndView("identity/leaving-code")
                    .addObject("move", id)
                    .addObject("code", code)
                    .addObject("community", communities.find(community).orElseThrow());
        } catch (Refused no) {
            return refused(page(who, locale), no);
        } catch (IllegalArgumentException noIdentifier) {
            return refused(page(who, locale), new Refused("leaving.nothing"));
        }
    }

    /** Once: whoever lost it asks for another bundle. */
    @PostMapping("/{id}/file")
    ResponseEntity<?> fetch(@AuthenticationPrincipal @Nullable SignedIn who, @PathVariable("id") String id) {
        if (who == null || !freshness.of(who)) return proveFirst();
        byte[] file =
                move(id).flatMap(move -> stored.fetch(who.account(), move)).orElse(null);
        if (file == null) return goTo(HERE);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("move.hiboo")
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(file);
    }

    @PostMapping("/{id}/call-off")
    ResponseEntity<?> callOff(@AuthenticationPrincipal @Nullable SignedIn who, @PathVariable("id") String id) {
        if (who == null || !freshness.of(who)) return proveFirst();
        move(id).ifPresent(move -> commands.send(new CallOffMove(move, who.account()), who.asMember()));
        return goTo(HERE);
    }

    private ModelAndView page(SignedIn who, Locale locale) {
        return new ModelAndView("identity/leaving")
                .addObject("communities", communities.living())
                .addObject("profiles", words.offered(who.account()))
                .addObject("moves", words.told(who.account(), locale));
    }

    private static Optional<MoveId> move(String id) {
        try {
            return Optional.of(MoveId.of(id));
        } catch (IllegalArgumentException noIdentifier) {
            return Optional.empty();
        }
    }

    private static ModelAndView refused(ModelAndView page, Refused no) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page.addObject("refusal", new Refusal(no.code(), no.arguments().toArray()));
    }

    private static ResponseEntity<Void> proveFirst() {
        return goTo(
                URI.create("/sign-in?again=true&continue=" + URLEncoder.encode("/leaving", StandardCharsets.UTF_8)));
    }

    private static ResponseEntity<Void> goTo(URI address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(address).build();
    }
}

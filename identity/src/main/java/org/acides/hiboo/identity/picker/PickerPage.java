package org.acides.hiboo.identity.picker;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.SignedIn;
import org.acides.hiboo.identity.migration.Unclaimed;
import org.acides.hiboo.identity.picker.Choice.Typed;
import org.acides.hiboo.identity.service.Service;
import org.acides.hiboo.identity.service.Services;
import org.acides.hiboo.infrastructure.api.Refused;
import org.acides.hiboo.infrastructure.web.Onward;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The picker's page and forms. */
@Controller
@RequestMapping("/picker")
class PickerPage {

    private final Services services;
    private final Picker picker;
    private final Unclaimed unclaimed;

    PickerPage(Services services, Picker picker, Unclaimed unclaimed) {
        this.services = services;
        this.picker = picker;
        this.unclaimed = unclaimed;
    }

    @GetMapping({"", "/new", "/request", "/withdraw"})
    Object show(
            @AuthenticationPrincipal @Nullable SignedIn who,
            @RequestParam(name = "service", defaultValue = "") String service,
            @RequestParam(name = "continue", defaultValue = "") String onward,
            @RequestParam(name = "gift", defaultValue = "") String gift) {
        if (who == null) return signInFirst(service, onward, gift);
        Service entered = known(service);
        Typed typed = new Typed("", "", gift);
        ProfileId fresh = ProfileId.random();
        if (!gift.isEmpty() && !picker.holds(gift, entered))
            return page(
                    picker.show(who, entered, Onward.of(onward), fresh, typed, new Refused("gift.unknown")),
                    HttpStatus.NOT_FOUND);
        return page(picker.show(who, entered, Onward.of(onward), fresh, typed, null), HttpStatus.OK);
    }

    @PostMapping
    Object pick(
            @AuthenticationPrincipal @Nullable SignedIn who,
            @RequestParam(name = "service", defaultValue = "") String service,
            @RequestParam(name = "continue", defaultValue = "") String onward,
            @RequestParam(name = "profile", defaultValue = "") String profile,
            @RequestParam(name = "remember", defaultValue = "false") boolean remember) {
        if (who == null) return signInFirst(service, onward, "");
        Service entered = known(service);
        Onward next = Onward.of(onward);
        try {
            return goTo(picker.pick(who, entered, profileId(profile), remember, next)
                    .address());
        } catch (Refused no) {
            return page(picker.show(who, entered, next, ProfileId.random(), Typed.NOTHING, no), HttpStatus.CONFLICT);
        }
    }

    @PostMapping("/new")
    Object create(
            @AuthenticationPrincipal @Nullable SignedIn who,
            @RequestParam(name = "service", defaultValue = "") String service,
            @RequestParam(name = "continue", defaultValue = "") String onward,
            @RequestParam(name = "fresh", defaultValue = "") String fresh,
            @RequestParam(name = "username", defaultValue = "") String username,
            @RequestParam(name = "gift", defaultValue = "") String gift,
            @RequestParam(name = "remember", defaultValue = "false") boolean remember) {
        if (who == null) return signInFirst(service, onward, gift);
        Service joined = known(service);
        Onward next = Onward.of(onward);
        Typed typed = new Typed(username.strip(), "", gift);
        ProfileId id = picker.identifier(profileId(fresh), typed.username());
        try {
            return goTo(picker.create(who, joined, id, typed, remember, next).address());
        } catch (Refused no) {
            return page(picker.show(who, joined, next, id, typed, no), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @PostMapping("/request")
    Object request(
            @AuthenticationPrincipal @Nullable SignedIn who,
            @RequestParam(name = "service", defaultValue = "") String service,
            @RequestParam(name = "continue", defaultValue = "") String onward,
            @RequestParam(name = "fresh", defaultValue = "") String fresh,
            @RequestParam(name = "username", defaultValue = "") String username,
            @RequestParam(name = "message", defaultValue = "") String message) {
        if (who == null) return signInFirst(service, onward, "");
        Service asked = known(service);
        Typed typed = new Typed(username.strip(), message, "");
        ProfileId id = picker.identifier(profileId(fresh), typed.username());
        try {
            picker.request(who, asked, id, typed);
            return goTo(URI.create(here(service, onward, "")));
        } catch (Refused no) {
            Choice again = picker.show(who, asked, Onward.of(onward), id, typed, no);
            return page(again, HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @PostMapping("/withdraw")
    Object withdraw(
            @AuthenticationPrincipal @Nullable SignedIn who,
            @RequestParam(name = "service", defaultValue = "") String service,
            @RequestParam(name = "continue", defaultValue = "") String onward,
            @RequestParam(name = "profile", defaultValue = "") String profile) {
        if (who == null) return signInFirst(service, onward, "");
        Service asked = known(service);
        try {
            picker.withdraw(who, profileId(profile));
            return goTo(URI.create(here(service, onward, "")));
        } catch (Refused no) {
            Choice again = picker.show(who, asked, Onward.of(onward), ProfileId.random(), Typed.NOTHING, no);
            return page(again, HttpStatus.CONFLICT);
        }
    }

    private Service known(String service) {
        try {
            return services.find(ServiceRef.of(service)).orElseThrow(PickerPage::missing);
        } catch (IllegalArgumentException noIdentifier) {
            throw missing();
        }
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private static ProfileId profileId(String text) {
        try {
            return ProfileId.of(text);
        } catch (IllegalArgumentException noIdentifier) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
    }

    private ModelAndView page(Choice choice, HttpStatus status) {
        ModelAndView page = new ModelAndView("identity/picker", status);
        page.addObject("choice", choice);
        page.addObject("claimable", unclaimed.open(choice.service().id()));
        return page;
    }

    private static ResponseEntity<Void> signInFirst(String service, String onward, String gift) {
        return goTo(URI.create("/sign-in?continue=" + encode(here(service, onward, gift))));
    }

    private static String here(String service, String onward, String gift) {
        String rest = gift.isEmpty() ? "" : "&gift=" + encode(gift);
        return "/picker?service=" + encode(service) + "&continue=" + encode(onward) + rest;
    }

    private static ResponseEntity<Void> goTo(URI address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(address).build();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

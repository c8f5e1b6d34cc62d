package org.acides.hiboo.identity.picker;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.identity.api.SignedIn;
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

    PickerPage(Services services, Picker picker) {
        this.services = services;
        this.picker = picker;
    }

    @GetMapping({"", "/new"})
    Object show(
            @AuthenticationPrincipal @Nullable SignedIn who,
            @RequestParam(name = "service", defaultValue = "") String service,
            @RequestParam(name = "continue", defaultValue = "") String onward) {
        if (who == null) return signInFirst(service, onward);
        return page(picker.show(who, known(service), Onward.of(onward)), HttpStatus.OK);
    }

    @PostMapping
    Object pick(
            @AuthenticationPrincipal @Nullable SignedIn who,
            @RequestParam(name = "service", defaultValue = "") String service,
            @RequestParam(name = "continue", defaultValue = "") String onward,
            @RequestParam(name = "profile", defaultValue = "") String profile,
            @RequestParam(name = "remember", defaultValue = "false") boolean remember) {
        if (who == null) return signInFirst(service, onward);
        Service entered = known(service);
        Onward next = Onward.of(onward);
        try {
            return goTo(picker.pick(who, entered, profileId(profile), remember, next)
                    .address());
        } catch (Refused no) {
            return page(picker.show(who, entered, next, ProfileId.random(), "", no), HttpStatus.CONFLICT);
        }
    }

    @PostMapping("/new")
    Object create(
            @AuthenticationPrincipal @Nullable SignedIn who,
            @RequestParam(name = "service", defaultValue = "") String service,
            @RequestParam(name = "continue", defaultValue = "") String onward,
            @RequestParam(name = "fresh", defaultValue = "") String fresh,
            @RequestParam(name = "username", defaultValue = "") String username,
            @RequestParam(name = "remember", defaultValue = "false") boolean remember) {
        if (who == null) return signInFirst(service, onward);
        Service joined = known(service);
        Onward next = Onward.of(onward);
        String name = username.strip();
        ProfileId id = picker.identifier(profileId(fresh), name);
        try {
            return goTo(picker.create(who, joined, id, name, remember, next).address());
        } catch (Refused no) {
            return page(picker.show(who, joined, next, id, name, no), HttpStatus.UNPROCESSABLE_CONTENT);
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

    private static ModelAndView page(Choice choice, HttpStatus status) {
        ModelAndView page = new ModelAndView("identity/picker", status);
        page.addObject("choice", choice);
        return page;
    }

    private static ResponseEntity<Void> signInFirst(String service, String onward) {
        String here = "/picker?service=" + encode(service) + "&continue=" + encode(onward);
        return goTo(URI.create("/sign-in?continue=" + encode(here)));
    }

    private static ResponseEntity<Void> goTo(URI address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(address).build();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

package org.acides.hiboo.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import org.acides.hiboo.identity.api.SignedIn;
import org.acides.hiboo.identity.session.Detour;
import org.acides.hiboo.identity.session.LogoutFrames;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/**
 * Signs a browser out, and has it tell the applications that want to be told by it: in frames of a page, which may load
 * from those applications and from nowhere else, and which leads on by itself; or by itself, where it has to go round.
 */
@Component
public class Farewell {

    private static final int LEADS_ON_AFTER_SECONDS = 3;

    private final Door door;
    private final List<LogoutFrames> doors;
    private final List<Detour> detours;

    Farewell(Door door, List<LogoutFrames> doors, List<Detour> detours) {
        this.door = door;
        this.doors = List.copyOf(doors);
        this.detours = List.copyOf(detours);
    }

    /**
     * @param onward where the person goes afterwards, or null for nowhere: the caller has made sure that it may be
     * @return the page, or the way to where else the browser has to go; without either, null, and it goes on at once
     */
    public @Nullable Object bid(
            @Nullable SignedIn who, @Nullable String onward, HttpServletRequest request, HttpServletResponse response) {
        List<URI> frames = who == null
                ? List.of()
                : doors.stream().flatMap(each -> each.of(who).stream()).toList();
        String next = onward;
        if (who != null) for (Detour detour : detours) next = detour.by(who, next, request, response);
        door.leave(who, request, response);
        if (frames.isEmpty()) return next == null || next.equals(onward) ? null : Answers.goTo(next);
        String origins =
                frames.stream().map(Farewell::origin).distinct().sorted().collect(Collectors.joining(" "));
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none';"
                        + " frame-ancestors 'none'; frame-src " + origins);
        return new ModelAndView("identity/signed-out")
                .addObject("frames", frames)
                .addObject("onward", next)
                .addObject("seconds", LEADS_ON_AFTER_SECONDS);
    }

    private static String origin(URI address) {
        return address.getScheme() + "://" + address.getRawAuthority();
    }
}

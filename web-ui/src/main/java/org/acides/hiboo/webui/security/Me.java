package org.acides.hiboo.webui.security;

import java.util.Optional;
import org.acides.hiboo.identity.api.SignedIn;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Whoever looks at the screen, asked anew of the session store at every request. */
public final class Me {

    private Me() {}

    /**
     * The person behind the current request.
     *
     * @throws IllegalStateException when there is none, as on a thread that serves no request
     */
    public static SignedIn now() {
        return found().orElseThrow(() -> new IllegalStateException("nobody is signed in here"));
    }

    static Optional<SignedIn> found() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn who
                ? Optional.of(who)
                : Optional.empty();
    }
}

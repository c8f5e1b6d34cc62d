package org.acides.hiboo.identity.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.acides.hiboo.identity.api.SignedIn;
import org.jspecify.annotations.Nullable;

/** Where a browser has to go by itself when it is signed out, before it goes where the person wanted. */
public interface Detour {

    /**
     * Asked before the session ends.
     *
     * @param onward where the person goes afterwards, or null for nowhere
     * @return where to go first, a path of ours that leads onward in the end; {@code onward} itself when nowhere
     */
    @Nullable
    String by(SignedIn who, @Nullable String onward, HttpServletRequest request, HttpServletResponse response);
}

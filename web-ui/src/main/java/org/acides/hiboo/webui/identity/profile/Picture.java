package org.acides.hiboo.webui.identity.profile;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import org.acides.hiboo.identity.api.queries.MyProfile;
import org.jspecify.annotations.Nullable;

/** Faces of services and profiles. They decorate: the name stands beside. */
final class Picture {

    private static final int SHADES = 6;

    private Picture() {}

    /** @param logo the SHA-256 under which the picture is served, or null for the name's first letter */
    static Component ofService(String name, @Nullable String logo) {
        if (logo == null) return letter(name, "logo");
        Image image = new Image("/logos/" + logo, "");
        image.addClassName("logo");
        image.getElement().setAttribute("loading", "lazy");
        return image;
    }

    /** In the colour that the picker gives the profile. */
    static Component ofProfile(MyProfile profile) {
        return letter(
                profile.username(),
                "avatar",
                "shade" + Math.floorMod(profile.profileId().hashCode(), SHADES));
    }

    private static Span letter(String name, String... classes) {
        int first =
                name.codePoints().filter(Character::isLetterOrDigit).findFirst().orElse('?');
        Span letter = new Span(Character.toString(first).toUpperCase(Locale.ROOT));
        letter.addClassNames(classes);
        letter.getElement().setAttribute("aria-hidden", "true");
        return letter;
    }
}

package org.acides.hiboo.identity.factor;

import java.util.Collection;
import org.acides.hiboo.catalog.api.Assurance;
import org.acides.hiboo.identity.api.SignedIn;

/** How surely a person is known by what they proved. */
public final class Levels {

    private Levels() {}

    /** @param methods RFC 8176 values */
    public static Assurance of(Collection<String> methods) {
        if (!methods.contains(SignedIn.MULTIPLE))
            return methods.contains(SignedIn.ELSEWHERE_MULTIPLE) ? Assurance.SECOND_FACTOR : Assurance.PASSWORD;
        boolean key = methods.contains(SignedIn.HARDWARE_KEY) || methods.contains(SignedIn.SOFTWARE_KEY);
        return key ? Assurance.PHISHING_RESISTANT : Assurance.SECOND_FACTOR;
    }

    public static boolean reach(Assurance wanted, Collection<String> methods) {
        return of(methods).compareTo(wanted) >= 0;
    }
}

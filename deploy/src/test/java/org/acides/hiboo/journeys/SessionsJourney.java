package org.acides.hiboo.journeys;

import static org.acides.hiboo.journeys.Screens.act;
import static org.acides.hiboo.journeys.Screens.confirm;
import static org.acides.hiboo.journeys.Screens.waiting;

import java.util.Locale;
import org.acides.hiboo.journeys.Browser.Screen;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Somebody is signed in at two browsers, and signs one of them out from the other. */
class SessionsJourney {

    private static final String ADMIN = "grandduc";

    private static Community community;

    @BeforeAll
    static void start() {
        community = Community.start("sessions");
    }

    @AfterAll
    static void stop() {
        community.close();
    }

    @Test
    void aLivePageOfARevokedSessionGoesToTheSignInByItself() {
        try (Browser left = Browser.open(Locale.ENGLISH, Screen.DESK, false);
                Browser here = Browser.open(Locale.ENGLISH, Screen.DESK, false)) {
            community.enter(left, ADMIN, "/admin/history");
            left.waitForText("Everything that happened");
            community.enter(here, ADMIN, "/sessions");
            here.waitForText("this browser");
            here.photograph("admin-sessions");
            for (int others = revocable(here); others > 0; others = revocable(here)) {
                int before = others;
                act(here, "Sign out");
                waiting(here)
                        .until(any -> here.driver()
                                .switchTo()
                                .activeElement()
                                .getText()
                                .equals("Cancel"));
                confirm(here);
                waiting(here).until(any -> revocable(here) < before);
            }
            left.waitForPath("/sign-in");
        }
    }

    private static int revocable(Browser browser) {
        return ((Long) browser.driver()
                        .executeScript("return [...document.querySelectorAll('.session vaadin-button')]"
                                + ".filter(button => button.checkVisibility()).length"))
                .intValue();
    }
}

package org.acides.hiboo.identity.signin;

import java.util.List;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The buttons below the sign-in form, whoever shows it. */
@ControllerAdvice(assignableTypes = {SignInPage.class, PasskeySignIn.class})
class OtherDoorsOnThePage {

    private final OtherDoors doors;

    OtherDoorsOnThePage(OtherDoors doors) {
        this.doors = doors;
    }

    @ModelAttribute("doors")
    List<OtherDoor> open() {
        return doors.open();
    }
}

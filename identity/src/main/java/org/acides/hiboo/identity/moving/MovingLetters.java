package org.acides.hiboo.identity.moving;

import java.util.Locale;
import org.acides.hiboo.identity.account.AccountState;
import org.acides.hiboo.infrastructure.api.Mailer;
import org.acides.hiboo.infrastructure.api.OpenMail;
import org.acides.hiboo.infrastructure.web.PublicAddress;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Tells members how their moves go. No letter names a profile or a service. */
@Component
class MovingLetters {

    private final Mailer mailer;
    private final MessageSource words;
    private final PublicAddress address;

    MovingLetters(Mailer mailer, MessageSource words, PublicAddress address) {
        this.mailer = mailer;
        this.words = words;
        this.address = address;
    }

    /** Somebody, themselves perhaps, asked for a bundle. */
    void leaving(AccountState account, Community to) {
        post(account, "leaving", to.name(), address.link("/leaving"));
    }

    /** Nothing is waited for any more: all is there, or wants to be looked at. */
    void arrived(AccountState account, String from, boolean all) {
        post(account, all ? "arrived" : "arrived-in-part", from, address.link("/arriving"));
    }

    private void post(AccountState account, String letter, String community, String link) {
        if (!account.verified()) return;
        Locale language = Locale.forLanguageTag(account.language());
        Object[] arguments = {account.loginName(), community, link};
        mailer.post(new OpenMail(
                account.email(),
                words.getMessage("letter." + letter + ".subject", arguments, language),
                words.getMessage("letter." + letter + ".text", arguments, language)));
    }
}

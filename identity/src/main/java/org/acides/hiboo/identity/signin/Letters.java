package org.acides.hiboo.identity.signin;

import java.util.Locale;
import org.acides.hiboo.identity.account.AccountState;
import org.acides.hiboo.identity.signin.OneTimeLinks.Purpose;
import org.acides.hiboo.infrastructure.api.Mailer;
import org.acides.hiboo.infrastructure.api.OpenMail;
import org.acides.hiboo.infrastructure.web.Onward;
import org.acides.hiboo.infrastructure.web.PublicAddress;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes to members, in their language, three letters of one kind an hour at most; what is beyond that is left out. */
@Component
class Letters {

    private final OneTimeLinks links;
    private final Mailer mailer;
    private final MessageSource words;
    private final PublicAddress address;

    Letters(OneTimeLinks links, Mailer mailer, MessageSource words, PublicAddress address) {
        this.links = links;
        this.mailer = mailer;
        this.words = words;
        this.address = address;
    }

    /** Asks them to prove their address; the link leads where they were going. */
    @Transactional
    public void verify(AccountState account, Onward onward) {
        links.issue(account.id(), Purpose.VERIFY, onward)
                .ifPresent(token -> post(account, "verify", address.link("/verify/" + token)));
    }

    /** Lets them choose another password. */
    @Transactional
    public void reset(AccountState account) {
        links.issue(account.id(), Purpose.RESET, Onward.HOME)
                .ifPresent(token -> post(account, "reset", address.link("/reset/" + token)));
    }

    /** Tells them that somebody, themselves perhaps, tried to sign up with their address. */
    @Transactional
    public void known(AccountState account) {
        links.issue(account.id(), Purpose.NOTICE, Onward.HOME)
                .ifPresent(unused -> post(account, "known", address.link("/sign-in")));
    }

    /** Tells them that their password is another. */
    public void passwordChanged(AccountState account) {
        post(account, "changed", address.link("/reset"));
    }

    private void post(AccountState account, String letter, String link) {
        Locale language = Locale.forLanguageTag(account.language());
        Object[] arguments = {account.loginName(), link, address.origin().getAuthority()};
        mailer.post(new OpenMail(
                account.email(),
                words.getMessage("letter." + letter + ".subject", arguments, language),
                words.getMessage("letter." + letter + ".text", arguments, language)));
    }
}

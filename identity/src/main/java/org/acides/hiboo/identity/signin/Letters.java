package org.acides.hiboo.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.acides.hiboo.identity.account.AccountState;
import org.acides.hiboo.identity.api.FactorKind;
import org.acides.hiboo.identity.session.Device;
import org.acides.hiboo.identity.signin.OneTimeLinks.Purpose;
import org.acides.hiboo.infrastructure.api.Mailer;
import org.acides.hiboo.infrastructure.api.OpenMail;
import org.acides.hiboo.infrastructure.web.Onward;
import org.acides.hiboo.infrastructure.web.PublicAddress;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes to members, in their language, three letters of one kind an hour at most; what is beyond that is left out. */
@Component
class Letters {

    private final OneTimeLinks links;
    private final Mailer mailer;
    private final MessageSource words;
    private final PublicAddress address;
    private final Clock clock;

    Letters(OneTimeLinks links, Mailer mailer, MessageSource words, PublicAddress address, Clock clock) {
        this.links = links;
        this.mailer = mailer;
        this.words = words;
        this.address = address;
        this.clock = clock;
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

    /** Tells them that somebody signed in where nobody had. */
    @Transactional
    public void newDevice(AccountState account, HttpServletRequest request) {
        String device = Device.named(request.getHeader(HttpHeaders.USER_AGENT));
        links.issue(account.id(), Purpose.DEVICE, Onward.HOME)
                .ifPresent(unused -> post(
                        account,
                        device.isEmpty() ? "device-unnamed" : "device",
                        address.link("/sessions"),
                        device,
                        at(clock.instant(), account)));
    }

    /** Tells them that their factors are going to be taken away; the link calls it off. */
    @Transactional
    public void recovery(AccountState account, Instant dueAt) {
        links.issue(account.id(), Purpose.RECOVERY, Onward.HOME)
                .ifPresent(
                        token -> post(account, "recovery", address.link("/recovery/" + token), "", at(dueAt, account)));
    }

    /** Tells them that somebody asked for it, and that it came to nothing. */
    public void recoveryLapsed(AccountState account) {
        post(account, "recovery-lapsed", address.link("/sessions"));
    }

    /** Tells them that it was done. */
    public void recovered(AccountState account) {
        post(account, "recovered", address.link("/sign-in"));
    }

    /** Tells them of a passkey, which signs in by itself from now on, or of a certificate, which does beside the password. */
    public void added(FactorKind kind, AccountState account) {
        post(account, kind == FactorKind.PASSKEY ? "passkey-added" : "certificate-added", address.link("/sessions"));
    }

    /**
     * Tells them of an identity elsewhere that opens their account from now on.
     *
     * @param provider what the provider is called
     */
    public void identityLinked(AccountState account, String provider) {
        post(account, "identity-linked", address.link("/sessions"), provider, "");
    }

    /** Tells them that there may be a copy of a passkey of theirs, and that it opens nothing any more. */
    public void passkeySuspected(AccountState account) {
        post(account, "passkey-suspected", address.link("/sessions"));
    }

    /** In UTC, which the letters say: nobody knows in which zone it is read. */
    private static String at(Instant moment, AccountState account) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(Locale.forLanguageTag(account.language()))
                .format(moment.atOffset(ZoneOffset.UTC));
    }

    private void post(AccountState account, String letter, String link) {
        post(account, letter, link, "", "");
    }

    private void post(AccountState account, String letter, String link, String device, String at) {
        Locale language = Locale.forLanguageTag(account.language());
        Object[] arguments = {account.loginName(), link, address.origin().getAuthority(), device, at};
        mailer.post(new OpenMail(
                account.email(),
                words.getMessage("letter." + letter + ".subject", arguments, language),
                words.getMessage("letter." + letter + ".text", arguments, language)));
    }
}

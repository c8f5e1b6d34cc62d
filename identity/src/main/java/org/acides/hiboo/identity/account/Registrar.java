package org.acides.hiboo.identity.account;

import java.util.Locale;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.Role;
import org.acides.hiboo.identity.credential.PasswordHash;
import org.acides.hiboo.identity.credential.Passwords;
import org.acides.hiboo.infrastructure.api.Actor;
import org.acides.hiboo.infrastructure.api.Commands;
import org.acides.hiboo.infrastructure.api.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Looks at what was typed, hashes before any transaction begins, and asks for the change in the person's own name. */
@Component
class Registrar implements Registration {

    private static final int LONGEST_VERSION = 100;

    private final Commands commands;
    private final Accounts accounts;
    private final Passwords passwords;
    private final Invitations invitations;
    private final FirstAdminLink firstAdmin;
    private final SignUp mode;

    Registrar(
            Commands commands,
            Accounts accounts,
            Passwords passwords,
            Invitations invitations,
            FirstAdminLink firstAdmin,
            @Value("${hiboo.sign-up:open}") String mode) {
        this.commands = commands;
        this.accounts = accounts;
        this.passwords = passwords;
        this.invitations = invitations;
        this.firstAdmin = firstAdmin;
        this.mode = SignUp.of(mode);
    }

    @Override
    public SignUp signUp() {
        return mode;
    }

    @Override
    public boolean opensSignUp(String invitation) {
        return firstAdmin.opens(invitation) || (mode != SignUp.CLOSED && invitations.usable(invitation));
    }

    @Override
    public void requireGood(Applicant applicant) {
        check(applicant);
    }

    @Override
    public AccountId register(Applicant applicant) {
        Checked checked = check(applicant);
        PasswordHash hash = passwords.hash(applicant.password());
        AccountId id = AccountId.random();
        String language = language(applicant.language());
        send(
                id,
                new RegisterAccount(
                        id, checked.login(), checked.email(), hash, language, checked.terms(), checked.invitation()));
        return id;
    }

    /** What somebody typed, in the form that it needs to have. */
    private record Checked(
            LoginName login,
            EmailAddress email,
            String terms,
            @Nullable String invitation) {}

    private Checked check(Applicant applicant) {
        String invitation = requireInvited(applicant.invitation());
        LoginName login = LoginName.of(applicant.loginName());
        EmailAddress email = EmailAddress.of(applicant.email());
        String terms = requireVersion(applicant.terms());
        passwords.requireGood(applicant.password(), login.value(), email.value());
        return new Checked(login, email, terms, invitation);
    }

    @Override
    public void verifyEmail(AccountId account) {
        send(account, new VerifyEmail(account));
    }

    @Override
    public void acceptTerms(AccountId account, String version) {
        send(account, new AcceptTerms(account, requireVersion(version)));
    }

    @Override
    public void resetPassword(AccountId account, String chosen) {
        AccountState state = accounts.find(account).orElseThrow(() -> new Refused("account.unknown"));
        passwords.requireGood(chosen, state.loginName(), state.email());
        send(account, new ResetPassword(account, passwords.hash(chosen)));
    }

    @Override
    public boolean opensFirstAdmin(String secret) {
        return firstAdmin.opens(secret);
    }

    @Override
    public void makeFirstAdmin(AccountId account, String secret) {
        send(account, new MakeFirstAdmin(account, secret));
    }

    private @Nullable String requireInvited(@Nullable String invitation) {
        boolean without = invitation == null || invitation.isBlank();
        if (!without && firstAdmin.opens(invitation)) return null;
        if (mode == SignUp.CLOSED) throw new Refused("sign-up.closed");
        if (mode == SignUp.INVITATION && without) throw new Refused("invitation.required");
        if (without) return null;
        // Before the costly hash; whether a use is left is decided in the transaction.
        if (!invitations.usable(invitation)) throw new Refused("invitation.unknown");
        return invitation;
    }

    private static String requireVersion(String terms) {
        if (terms.isBlank() || terms.length() > LONGEST_VERSION || terms.chars().anyMatch(Character::isISOControl))
            throw new Refused("terms.malformed");
        return terms.strip();
    }

    private static String language(String tag) {
        boolean french =
                tag.length() <= 35 && Locale.forLanguageTag(tag).getLanguage().equals("fr");
        return french ? "fr" : "en";
    }

    private void send(AccountId account, Object command) {
        commands.send(command, new Actor(account.toString(), Role.MEMBER.name()));
    }
}

package org.acides.hiboo.identity.account;

import java.time.Clock;
import java.util.List;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.FactorName;
import org.acides.hiboo.identity.api.Role;
import org.acides.hiboo.identity.certificate.Certificates;
import org.acides.hiboo.identity.certificate.ShownCertificate;
import org.acides.hiboo.infrastructure.api.Actor;
import org.acides.hiboo.infrastructure.api.Commands;
import org.acides.hiboo.infrastructure.api.Refused;
import org.springframework.stereotype.Component;

/** What the plain pages ask about client certificates, in the member's own name. */
@Component
public class CertificateFactors {

    private final Commands commands;
    private final Certificates certificates;
    private final Clock clock;

    CertificateFactors(Commands commands, Certificates certificates, Clock clock) {
        this.commands = commands;
        this.certificates = certificates;
        this.clock = clock;
    }

    /**
     * Makes a certificate's key a factor of the account.
     *
     * @return RFC 8176 values of what the person proved by that
     * @throws Refused {@code certificate.known}, {@code certificate.too-many}, {@code certificate.weak},
     *     {@code certificate.not-now}
     */
    public List<String> enrol(AccountId account, ShownCertificate shown, FactorName name) {
        shown.requireStrong();
        shown.requireValid(clock.instant());
        commands.send(new EnrolCertificate(account, shown, name), new Actor(account.toString(), Role.MEMBER.name()));
        return ShownCertificate.methods();
    }

    /**
     * Whether it is one of theirs, of somebody who proved another thing before.
     *
     * @return RFC 8176 values of what they proved
     * @throws Refused {@code certificate.unknown} also when it is another's, {@code certificate.not-now}
     */
    public List<String> secondStep(AccountId account, ShownCertificate shown) {
        shown.requireValid(clock.instant());
        if (!certificates.accept(account, shown)) throw new Refused("certificate.unknown");
        return ShownCertificate.methods();
    }
}

package org.acides.hiboo.identity.account;

import java.time.Clock;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.FactorId;
import org.acides.hiboo.identity.api.FactorKind;
import org.acides.hiboo.identity.certificate.Certificates;
import org.acides.hiboo.infrastructure.api.Refused;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/** What becomes of certificates, in one transaction each: event, look-up, and what is kept of the key. */
@Component
class CertificateCommands {

    private final Repository<Account> repository;
    private final Accounts accounts;
    private final Certificates certificates;
    private final Clock clock;

    CertificateCommands(Repository<Account> repository, Accounts accounts, Certificates certificates, Clock clock) {
        this.repository = repository;
        this.accounts = accounts;
        this.certificates = certificates;
        this.clock = clock;
    }

    @CommandHandler
    void handle(EnrolCertificate command) {
        AccountId id = command.accountId();
        if (accounts.find(id).isEmpty()) throw new Refused("account.unknown");
        FactorId factor = FactorId.random();
        repository
                .load(id.toString())
                .execute(account -> account.enrol(factor, FactorKind.CERTIFICATE, clock.instant()));
        certificates.store(id, factor, command.certificate(), command.name());
    }
}

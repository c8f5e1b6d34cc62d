package org.acides.hiboo.identity.moving;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.Set;
import org.acides.hiboo.catalog.api.ProfilePolicy;
import org.acides.hiboo.identity.api.AccountId;
import org.acides.hiboo.identity.api.MoveId;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.infrastructure.api.Actor;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A member with a profile, and a community to take it to. */
abstract class LeavingLife extends MovingLife {

    @Autowired
    StoredMoves stored;

    @Autowired
    LettingGo lettingGo;

    @Autowired
    SignedByOthers signed;

    AccountId account;
    ServiceRef service;
    ProfileId profile;

    @BeforeEach
    void aMemberHasAProfile() {
        trusted();
        account = register();
        registration.verifyEmail(account);
        service = service(ProfilePolicy.OPEN, 3);
        profile = create(account, service, name());
    }

    record Prepared(MoveId id, String code) {}

    final Prepared prepare(ProfileId... chosen) {
        MoveId id = MoveId.random();
        String code = commands.send(
                new PrepareMove(id, account, community, Set.of(chosen)), new Actor(account.toString(), "MEMBER"));
        return new Prepared(id, code);
    }

    private static Bundle opened(byte[] file, String code) {
        try {
            JWTClaimsSet claims = SignedJWT.parse(BundleFile.open(file, code)).getJWTClaimsSet();
            return Bundle.of(claims);
        } catch (ParseException e) {
            throw new AssertionError(e);
        }
    }

    final Bundle fetch(Prepared prepared) {
        return opened(stored.fetch(account, prepared.id()).orElseThrow(), prepared.code());
    }

    /** As it comes in at the endpoint. */
    final void take(Prepared prepared, Bundle.Line line) {
        var letter = signed.read(other.receipt(prepared.id().value(), line.ref()), Receipt.TYPE);
        lettingGo.to(letter.from(), Receipt.of(letter.claims()));
    }

    final boolean enters() {
        return profiles.find(profile).isPresent();
    }
}

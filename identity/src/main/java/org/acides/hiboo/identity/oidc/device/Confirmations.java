package org.acides.hiboo.identity.oidc.device;

import java.util.Optional;
import java.util.Set;
import org.acides.hiboo.identity.api.ProfileId;
import org.acides.hiboo.identity.api.SignedIn;
import org.acides.hiboo.identity.credential.Attempts;
import org.acides.hiboo.identity.oidc.EnteredAs;
import org.acides.hiboo.identity.oidc.token.CodesElsewhere;
import org.acides.hiboo.identity.service.Service;
import org.acides.hiboo.identity.service.Services;
import org.acides.hiboo.infrastructure.api.Refused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a person's answer to a device's code does. Whoever tries codes is slowed as one who tries passwords. */
@Component
class Confirmations {

    private final Devices devices;
    private final Services services;
    private final CodesElsewhere codes;
    private final Attempts attempts;

    Confirmations(Devices devices, Services services, CodesElsewhere codes, Attempts attempts) {
        this.devices = devices;
        this.services = services;
        this.codes = codes;
        this.attempts = attempts;
    }

    record Question(UserCode code, Devices.Waiting waiting, Service service) {

        public Set<String> scopes() {
            return waiting.scopes();
        }
    }

    /**
     * @throws Refused {@code device.unknown} when nothing waits under the code, or its service is not open;
     *     {@code throttled} (seconds)
     */
    Question find(String typed, SignedIn who) {
        String guesser = "device " + who.account();
        String source = who.session().toString();
        attempts.require(guesser, source, null);
        Optional<UserCode> code = UserCode.typed(typed);
        Devices.Waiting waiting = code.flatMap(devices::find).orElseThrow(() -> new Refused("device.unknown"));
        attempts.takeBack(guesser, source, null);
        Service service =
                services.find(waiting.service()).filter(Service::open).orElseThrow(() -> new Refused("device.unknown"));
        return new Question(code.get(), waiting, service);
    }

    /** @throws Refused {@code device.unknown} when somebody answered before */
    @Transactional
    public void allow(Question question, ProfileId profile, SignedIn who) {
        Devices.Waiting waiting = question.waiting();
        if (!devices.take(waiting)) throw new Refused("device.unknown");
        codes.issue(
                new CodesElsewhere.Code(waiting.hash(), CodesElsewhere.DEVICE, waiting.endsAt()),
                waiting.scopes(),
                new EnteredAs(profile, waiting.service(), who));
    }

    void deny(Question question) {
        devices.deny(question.waiting());
    }
}

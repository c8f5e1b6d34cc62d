package org.acides.hiboo.identity.captcha;

import java.util.Optional;

/** Nobody is asked for anything. */
final class NoCaptcha implements Captcha {

    @Override
    public Optional<Shown> shown(String action) {
        return Optional.empty();
    }

    @Override
    public void require(String action, String response) {}

    @Override
    public Optional<String> sources() {
        return Optional.empty();
    }
}

package org.acides.hiboo.captcha.vendor;

import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import org.acides.hiboo.captcha.api.Vendor;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Where the vendors are: where the whole world finds them, or what {@code hiboo.captcha.<vendor>.script} and
 * {@code hiboo.captcha.<vendor>.verify} say, for an operator who has them behind a proxy.
 */
@Component
class Vendors {

    private final Map<Vendor, Endpoints> endpoints = new EnumMap<>(Vendor.class);

    Vendors(Environment environment) {
        for (Vendor vendor : Vendor.values()) {
            Endpoints usual = Endpoints.of(vendor);
            String prefix = "hiboo.captcha." + vendor.kind();
            URI script = environment.getProperty(prefix + ".script", URI.class, usual.script());
            URI verify = environment.getProperty(prefix + ".verify", URI.class, usual.verify());
            endpoints.put(vendor, usual.at(script, verify));
        }
    }

    Endpoints of(Vendor vendor) {
        return endpoints.get(vendor);
    }
}

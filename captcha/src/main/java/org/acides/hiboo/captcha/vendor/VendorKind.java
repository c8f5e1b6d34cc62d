package org.acides.hiboo.captcha.vendor;

import java.util.Map;
import java.util.Optional;
import org.acides.hiboo.captcha.api.SiteId;
import org.acides.hiboo.captcha.api.SiteKey;
import org.acides.hiboo.captcha.api.Vendor;
import org.acides.hiboo.captcha.kind.Asked;
import org.acides.hiboo.captcha.kind.ChallengeKind;
import org.acides.hiboo.captcha.kind.Posed;
import org.acides.hiboo.captcha.site.KnownSite;
import org.acides.hiboo.captcha.site.Sites;
import org.acides.hiboo.infrastructure.api.Refused;
import org.acides.hiboo.infrastructure.web.PublicAddress;
import tools.jackson.databind.JsonNode;

/** A token of a vendor's, of a check that was solved on Hiboo's own page: the vendor's answer must name this host. */
final class VendorKind implements ChallengeKind {

    private static final int LONGEST = 8000;

    private final Vendor vendor;
    private final Vendors vendors;
    private final VendorKeys keys;
    private final VendorCall call;
    private final Sites sites;
    private final PublicAddress address;

    VendorKind(Vendor vendor, Vendors vendors, VendorKeys keys, VendorCall call, Sites sites, PublicAddress address) {
        this.vendor = vendor;
        this.vendors = vendors;
        this.keys = keys;
        this.call = call;
        this.sites = sites;
        this.address = address;
    }

    @Override
    public String name() {
        return vendor.kind();
    }

    @Override
    public boolean isAskedElsewhere() {
        return true;
    }

    @Override
    public boolean isReady(SiteKey site) {
        return site(site).flatMap(id -> keys.key(id, vendor)).isPresent();
    }

    @Override
    public Posed pose(Asked asked) {
        SiteId site = site(asked.site()).orElseThrow(VendorKind::none);
        String key = keys.key(site, vendor).orElseThrow(VendorKind::none);
        return new Posed(Map.of("kind", name()), null, Map.of("key", key));
    }

    @Override
    public boolean plausible(Posed posed, JsonNode solution) {
        String token = solution.path("token").asString("");
        return !token.isBlank() && token.length() <= LONGEST;
    }

    @Override
    public boolean solved(Posed posed, JsonNode solution) {
        String secret = site(posed).flatMap(site -> keys.secret(site, vendor)).orElse(null);
        if (secret == null) return false;
        String token = solution.path("token").asString("");
        JsonNode answer = call.verify(vendors.of(vendor).verify(), secret, token);
        String host = answer.path("hostname").asString("");
        return answer.path("success").asBoolean(false)
                && host.equalsIgnoreCase(address.origin().getHost());
    }

    private Optional<SiteId> site(Posed posed) {
        return posed.parameters().get("data") instanceof Map<?, ?> data && data.get("site") instanceof String key
                ? site(new SiteKey(key))
                : Optional.empty();
    }

    private Optional<SiteId> site(SiteKey key) {
        return sites.find(key).map(KnownSite::siteId);
    }

    private static Refused none() {
        return new Refused("vendor.none");
    }
}

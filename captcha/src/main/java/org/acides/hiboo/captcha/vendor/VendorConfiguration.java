package org.acides.hiboo.captcha.vendor;

import org.acides.hiboo.captcha.api.Vendor;
import org.acides.hiboo.captcha.site.Sites;
import org.acides.hiboo.infrastructure.web.PublicAddress;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class VendorConfiguration {

    @Bean
    VendorKind hcaptcha(Vendors vendors, VendorKeys keys, VendorCall call, Sites sites, PublicAddress address) {
        return new VendorKind(Vendor.HCAPTCHA, vendors, keys, call, sites, address);
    }

    @Bean
    VendorKind recaptcha(Vendors vendors, VendorKeys keys, VendorCall call, Sites sites, PublicAddress address) {
        return new VendorKind(Vendor.RECAPTCHA, vendors, keys, call, sites, address);
    }

    @Bean
    VendorKind turnstile(Vendors vendors, VendorKeys keys, VendorCall call, Sites sites, PublicAddress address) {
        return new VendorKind(Vendor.TURNSTILE, vendors, keys, call, sites, address);
    }
}

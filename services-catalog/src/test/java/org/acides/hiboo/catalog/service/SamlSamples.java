package org.acides.hiboo.catalog.service;

import java.net.URI;
import java.util.List;
import org.acides.hiboo.catalog.api.SamlServiceProvider;
import org.acides.hiboo.catalog.api.SamlServiceProvider.Attributes;
import org.acides.hiboo.catalog.api.SamlServiceProvider.Consumer;
import org.acides.hiboo.catalog.api.SamlServiceProvider.NameId;

/** Well-formed service providers, and certificates. */
final class SamlSamples {

    /** Of wiki.example, RSA of 2,048 bits. */
    static final String CERTIFICATE = """
            MIIDDzCCAfegAwIBAgIUclSs+MsB7wJFMK5OfocMVl4xnM4wDQYJKoZIhvcNAQELBQAwFzEVMBMGA1UEAwwMd2lraS5leGFt
            cGxlMB4XDTI2MTEyODE4NTYxMloXDTM2MTEyNTE4NTYxMlowFzEVMBMGA1UEAwwMd2lraS5leGFtcGxlMIIBIjANBgkqhkiG
            9w0BAQEFAAOCAQ8AMIIBCgKCAQEAqr6XtLQX8y3Z6vI3GhxqgRd9vK9uPQe3LkbL/oIkQ62i0HNebf1fIdPO0TB9eF7/LxY2
            B2u7PBXU1ZkrOsiSwoi5ddY1e6+xkhUm5QisGV/HG3pAiFGOG2fA+j3xmXlFVACIAQ0wlGqsViDz/0gZeS/GmYdI8CvphsYG
            nNA9c1EDx87NF6VIF3e94rSWiZ9bkR50r+dr3pVO9cThC6iNEH1yLnf8sgMhPOlTGQbi2WqULBSsGiTwsgJ/pMwKCq4pLTgh
            o+B+NPmyARuSiarMFEpFXzS/QC/dG0rc1yfZryx1NVk4bdMd/8DCqY2TEwy75+vy1UZvrDIOHa4NCEULNwIDAQABo1MwUTAd
            BgNVHQ4EFgQUr7FbJfQHFat8nvT3luIbcqutgLkwHwYDVR0jBBgwFoAUr7FbJfQHFat8nvT3luIbcqutgLkwDwYDVR0TAQH/
            BAUwAwEB/zANBgkqhkiG9w0BAQsFAAOCAQEAMzFMAtl/gZk4UbIa3Uu77DXCehs7aM8GGtx/wnC/H39XfZLZtUfP6GDS8njU
            yqjXNl7DUCDY+xl7mw7f2iqJSHk2kqkH7KEbIrsB0v0Kb2k5T5igpZFdjGxFCOaPBJHSJlsKfdJiQfsRgUwgB/OhRJUIyb35
            zVoR1MIutR0O4GG5lwRCHiYhQOk2QJTE9WwwHNFp01gh9+vemuO6ZaJhZcLA3+8LmdYj5RmXO09905dN9DVCZ2p7g7cJ2BH3
            z5iNEYMASrWc3vdsZkDacalFAzpWVuG5wLbNUIxYVxwxQ8SOFOYfjDzmNTYi7sJZejF7L4grEWrHOes22EFTKndVyQ==
            """.replace("\n", "");

    /** RSA of 1,024 bits. */
    static final String WEAK = """
            MIICCjCCAXOgAwIBAgIUa7uRP2x26+M5Kd2tfgPCGwt8CXUwDQYJKoZIhvcNAQELBQAwFzEVMBMGA1UEAwwMd2Vhay5leGFt
            cGxlMB4XDTI2MTEyODE4NTYxMloXDTM2MTEyNTE4NTYxMlowFzEVMBMGA1UEAwwMd2Vhay5leGFtcGxlMIGfMA0GCSqGSIb3
            DQEBAQUAA4GNADCBiQKBgQC8hMb5l5Hfjxj6ti0HxVewarJrz2LoF8J7yoAw5CA4XVsuZSRRBEMKa6JLrLW8oTyaBIymPJCt
            aUZHBPq3+25wqbvrH6chjSRus3tIBM+4LjiWndF9fPamUWO0/7Hl3S1fDJm2phUDls98oZ4Rt4N27jVnAJZNC0+JyLfjHZxz
            3wIDAQABo1MwUTAdBgNVHQ4EFgQUwYVbTtUoTJqWGoE1ZfDLQShm/2EwHwYDVR0jBBgwFoAUwYVbTtUoTJqWGoE1ZfDLQShm
            /2EwDwYDVR0TAQH/BAUwAwEB/zANBgkqhkiG9w0BAQsFAAOBgQB9SiVzcs2QSGli858ESSnfldMY64OnnpZughBi0e9vhR7G
            9dhpJHWP96C4FUM3IRAr1fK/o+L6vDF4xYQc/hh8UgIXUikJlcMh2kr2EU2v9+xfSgkXMw4Qs63c+4jgO2lVYkUOtPR65QPD
            UdvMyJtRM2o7+VQ2rDfzlh05mJM2aA==
            """.replace("\n", "");

    private SamlSamples() {}

    static SamlServiceProvider provider(String entityId) {
        return provider(entityId, List.of(new Consumer(URI.create("https://wiki.example/acs"), 0)), List.of(), false);
    }

    static SamlServiceProvider provider(
            String entityId, List<Consumer> consumers, List<String> certificates, boolean signedRequests) {
        return new SamlServiceProvider(
                entityId,
                consumers,
                null,
                certificates,
                "",
                signedRequests,
                NameId.PERSISTENT,
                new Attributes("uid", "mail", ""),
                false);
    }
}

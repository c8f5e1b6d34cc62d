package org.acides.hiboo;

import java.util.Arrays;
import org.acides.hiboo.captcha.CaptchaConfiguration;
import org.acides.hiboo.catalog.CatalogConfiguration;
import org.acides.hiboo.demo.DemoConfiguration;
import org.acides.hiboo.identity.IdentityConfiguration;
import org.acides.hiboo.infrastructure.InfrastructureConfiguration;
import org.acides.hiboo.infrastructure.sealing.RotateMasterKey;
import org.acides.hiboo.infrastructure.start.NativeCryptography;
import org.acides.hiboo.webui.WebUiConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/**
 * The whole of Hiboo in one process. Each context brings its own configuration; nothing is found by scanning from here,
 * so that a context which is not named below is not there.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({
    InfrastructureConfiguration.class,
    CatalogConfiguration.class,
    IdentityConfiguration.class,
    CaptchaConfiguration.class,
    WebUiConfiguration.class,
    FormsConfiguration.class,
    Welcome.class,
    DemoConfiguration.class
})
public class HibooApplication {

    public static void main(String[] arguments) {
        NativeCryptography.install();
        if (arguments.length > 0 && arguments[0].equals("rotate-master-key"))
            System.exit(RotateMasterKey.run(Arrays.copyOfRange(arguments, 1, arguments.length)));
        SpringApplication.run(HibooApplication.class, arguments);
    }
}

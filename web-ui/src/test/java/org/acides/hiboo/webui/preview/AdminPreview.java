package org.acides.hiboo.webui.preview;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.context.annotation.Import;

/** The screens of the administration, with {@link StandIns} for what others will bring. */
@SpringBootConfiguration(proxyBeanMethods = false)
@Import({Preview.class, StandIns.class})
public class AdminPreview {

    public static void main(String[] arguments) {
        SpringApplication.run(AdminPreview.class, arguments);
    }
}
